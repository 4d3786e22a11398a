#!/bin/sh
# Runs the org double of the tests by itself: bench/salesforce/org.sh [port] [namespace] [public key, PEM]
# Without a key a server gets in with client credentials alone (ConsumerKey 3MVG9.consumer, ConsumerSecret
# consumer-secret). Point a server at it with
#   aftercall.switches.publication=true aftercall.salesforce.host=http://127.0.0.1:8490
#   aftercall.salesforce.login=client-credentials
# CLASS_PATH has it run classes that are built already.
set -eu
cd "$(dirname "$0")/../.."
java=${JAVA_HOME:-/usr/lib/jvm/temurin-25-jdk-amd64}/bin/java
class_path=${CLASS_PATH:-}
if [ -z "$class_path" ]; then
  mvn -q -B -pl console,server -Dexec.skip test-compile dependency:build-classpath \
    -DincludeScope=test -Dmdep.outputFile=target/bench-classpath.txt -Dspotless.check.skip >&2
  class_path=server/target/classes:server/target/test-classes:$(cat server/target/bench-classpath.txt)
fi
exec "$java" -Dsun.net.httpserver.nodelay=true -cp "$class_path" com.aftercall.publication.SalesforceOrgDouble "${1:-8490}" "${2:-amazonconnect}" ${3:-}
