#!/bin/sh
# Runs the org double of the tests by itself: bench/salesforce/org.sh [port] [namespace] [public key, PEM]
# Without a key a server gets in with client credentials alone (ConsumerKey 3MVG9.consumer, ConsumerSecret
# consumer-secret). Point a server at it with
#   aftercall.switches.publication=true aftercall.salesforce.host=http://127.0.0.1:8490
#   aftercall.salesforce.login=client-credentials
set -eu
cd "$(dirname "$0")/../.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
mvn -q -B -pl console,server -Dexec.skip test-compile dependency:build-classpath \
  -DincludeScope=test -Dmdep.outputFile=target/bench-classpath.txt -Dspotless.check.skip >&2
exec "$java" -cp "server/target/classes:server/target/test-classes:$(cat server/target/bench-classpath.txt)" \
  com.aftercall.publication.SalesforceOrgDouble "${1:-8490}" "${2:-amazonconnect}" ${3:-}
