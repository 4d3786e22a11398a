#!/usr/bin/env bash
# Contacts all the way as at Amazon: records through a Kinesis stream, recordings and transcripts in S3,
# Transcribe, Comprehend for all five analyses, publication to an org. Each of these is a process of its
# own on this machine: kinesalite, DynamoDB local and S3Proxy, which others wrote, and our doubles
# of Transcribe, Comprehend and the org, which check each request against what is published. Counts in
# the org what stands there, and exits with 1 if that is not one record of each object and three
# attachments for each contact, or if a request did not fit. Needs psql, jq, curl, node, Maven, and what
# `mvn generate-test-resources` brings into interop/.
#   CONTACTS=10000 bench/publication/run.sh
# JAR names another jar; CLASS_PATH has the doubles run classes that are built already.
set -euo pipefail
cd "$(dirname "$0")"
home=$(cd ../.. && pwd)
java=${JAVA_HOME:-/usr/lib/jvm/temurin-25-jdk-amd64}/bin/java
jar=${JAR:-$home/server/target/aftercall-server.jar}
contacts=${CONTACTS:-10000} port=${PORT:-8511}
org=http://127.0.0.1:$((port + 1)) amazon=http://127.0.0.1:$((port + 2)) s3=http://127.0.0.1:$((port + 3))
kinesis=http://127.0.0.1:$((port + 4)) dynamodb=http://127.0.0.1:$((port + 5)) address=http://127.0.0.1:$port
work=$(mktemp -d) pids=()
cleanup() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  [ -n "${KEEP:-}" ] && echo "kept $work" || rm -rf "$work"
}
trap cleanup EXIT
await() { # address process
  for _ in $(seq 480); do
    (exec 3<>"/dev/tcp/127.0.0.1/${1##*:}") 2>/dev/null && return
    kill -0 "$2" 2>/dev/null || break
    sleep 0.5
  done
  KEEP=1
  echo "nothing answers at $1; see the logs in $work" >&2
  return 1
}

class_path=${CLASS_PATH:-}
if [ -z "$class_path" ]; then
  (cd "$home" && mvn -q -B -pl console,server -Dexec.skip -Dspotless.check.skip test-compile \
    dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/bench-classpath.txt >&2)
  classes=$home/server/target
  class_path=$classes/classes:$classes/test-classes:$(cat "$classes/bench-classpath.txt")
fi
# Kinesalite cuts answers in CBOR off after 16 KiB; with this name the SDK for Java 2 speaks JSON.
# The doubles check signatures, by the key of Amazon's examples.
export AWS_ACCESS_KEY_ID=AKIDEXAMPLE AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY CBOR_ENABLED=false
fixtures=$home/server/src/test/resources/journey
interop=$home/interop
CLASS_PATH=$class_path "$home/bench/salesforce/org.sh" $((port + 1)) >"$work/org.log" 2>&1 &
pids+=($!)
mkdir -p "$work/s3"
printf '%s\n' "s3proxy.endpoint=$s3" s3proxy.authorization=aws-v2-or-v4 s3proxy.ignore-unknown-headers=true \
  "s3proxy.identity=$AWS_ACCESS_KEY_ID" "s3proxy.credential=$AWS_SECRET_ACCESS_KEY" \
  jclouds.provider=filesystem-nio2 "jclouds.filesystem.basedir=$work/s3" >"$work/s3.conf"
# Without it each byte would be logged.
echo '<configuration><root level="warn"/></configuration>' >"$work/logback.xml"
LC_ALL=C.UTF-8 "$java" -Xmx512m "-Dlogback.configurationFile=$work/logback.xml" -cp "$interop/s3proxy/target/lib/*" org.gaul.s3proxy.Main \
  --properties "$work/s3.conf" >"$work/s3.log" 2>&1 &
pids+=($!)
node "$interop/js/kinesis.mjs" $((port + 4)) >"$work/kinesis.log" 2>&1 &
pids+=($!)
leases=$interop/dynamodb-local/target/lib
"$java" -Xmx256m "-Dsqlite4java.library.path=$leases" -cp "$leases/*" \
  com.amazonaws.services.dynamodbv2.local.main.ServerRunner -inMemory -disableTelemetry -port $((port + 5)) \
  >"$work/dynamodb.log" 2>&1 &
pids+=($!)
part=0
for known in "$org" "$s3" "$kinesis" "$dynamodb"; do await "$known" "${pids[$((part++))]}"; done
"$java" -Xmx1g -Dsun.net.httpserver.nodelay=true -cp "$class_path" com.aftercall.AmazonDouble $((port + 2)) "$s3" \
  "$fixtures/recording-9s-8khz.wav" "$fixtures/recording-9s.transcribe.json" "$contacts" >"$work/amazon.log" 2>&1 &
pids+=($!)
until grep -q ready "$work/amazon.log"; do
  kill -0 "${pids[-1]}" || exit 1
  sleep 1
done
node ../stream/put.mjs "$kinesis" create records 4
settings=(--aftercall.aws.region=eu-central-1
  --aftercall.stream.kinesis.stream=records --aftercall.stream.kinesis.start=trim-horizon
  --aftercall.stream.kinesis.retrieval=polling
  --aftercall.storage.s3.buckets=calls,transcripts --aftercall.storage.s3.path-style=true
  --aftercall.transcription.engine=amazon-transcribe --aftercall.transcribe.output-bucket=transcripts
  --aftercall.transcribe.first-look=1s --aftercall.transcribe.starts-per-second=1000 --aftercall.transcribe.jobs=5000
  --aftercall.switches.publication=true "--aftercall.salesforce.host=$org"
  --aftercall.salesforce.login=client-credentials)
for service in transcribe comprehend; do settings+=("--aftercall.aws.endpoints.$service=$amazon"); done
settings+=("--aftercall.aws.endpoints.s3=$s3" "--aftercall.aws.endpoints.kinesis=$kinesis")
settings+=("--aftercall.aws.endpoints.dynamodb=$dynamodb")
for analysis in sentiment key-phrases dominant-language custom-entities syntax; do
  settings+=("--aftercall.analysis.$analysis=amazon-comprehend")
done
"$java" -Xmx1g --enable-native-access=ALL-UNNAMED -jar "$jar" --data "$work/data" --port "$port" "${settings[@]}" \
  >"$work/server.log" 2>&1 &
server=$!
pids+=("$server")
await "$address" "$server"
curl -fsS --retry 60 --retry-delay 1 --retry-all-errors -o /dev/null "$address/health"
token=$(cat "$work/data/operator.token")
ask() { curl -fsS -H "Authorization: Bearer $token" "$address/api/v1/$1"; }
curl -fsS -o /dev/null -X PATCH -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
  -d '{"ConsumerKey": "3MVG9.consumer", "ConsumerSecret": "consumer-secret"}' "$address/api/v1/salesforce-credentials"
pgport=$(sed -n 4p "$work/data/postgres/postmaster.pid")
query() { psql -h localhost -U postgres -p "$pgport" -At -c "$1"; }
count() { query "select count(*) from contact where $1"; }

orgtoken=$(curl -fsS -d grant_type=client_credentials -d client_id=3MVG9.consumer -d client_secret=consumer-secret \
  "$org/services/oauth2/token" | jq -r .access_token)
in_org() { curl -fsS -H "Authorization: Bearer $orgtoken" -G "$org/services/data/v62.0/$1" "${@:2}"; }
remaining() { in_org limits | jq .DailyApiRequests.Remaining; }

for _ in $(seq 120); do
  [ "$(query 'select count(*) from stream_partition')" -gt 0 ] && break
  sleep 1
done
before=$(remaining) began=$(date +%s%N)
node ../stream/put.mjs "$kinesis" put records "$home/demo/contacts/01-late-delivery/record.json" 0 "$contacts" 1000 calls
sent=$(date +%s%N)
while [ "$(count "state in ('complete', 'failed')")" -lt "$contacts" ]; do
  sleep 1
  [ $((($(date +%s%N) - began) / 1000000000)) -lt "${MOST_SECONDS:-3600}" ] || break
done
ended=$(date +%s%N)
# Asking for what is left costs a call itself.
after=$(remaining)

all() { in_org query --data-urlencode "q=SELECT $1 FROM $2 LIMIT 1000000" | jq -c '.records[]' >"$work/$3"; }
key=amazonconnect__ContactId__c
all "Id, $key" amazonconnect__AC_ContactChannelAnalytics__c analytics
all "$key" amazonconnect__AC_ContactTraceRecord__c records
all 'ParentId, Name' Attachment attachments
expected='["AgentTranscripts.json","ComprehendSyntax.json","CustomerTranscripts.json"]'
distinct() { jq -r ".$key" "$work/$1" | sort -u | wc -l; }
whole=$(jq -s --slurpfile files "$work/attachments" --argjson expected "$expected" '
  ($files | group_by(.ParentId) | map({key: .[0].ParentId, value: (map(.Name) | sort)}) | from_entries) as $of
  | map(select($of[.Id] == $expected)) | length' "$work/analytics")
# Twenty contacts' files byte for byte as the server has them.
same=0
while read -r row; do
  contact=$(jq -r ".$key" <<<"$row") good=1
  for name in $(jq -r '.[]' <<<"$expected"); do
    in_org query --data-urlencode "q=SELECT Body FROM Attachment WHERE ParentId = '$(jq -r .Id <<<"$row")' AND Name = '$name'" |
      jq -r '.records[0].Body' | base64 -d >"$work/there"
    ask "contacts/$contact/attachments/$name" >"$work/here"
    cmp -s "$work/here" "$work/there" || good=0
  done
  same=$((same + good))
done < <(shuf -n 20 --random-source=<(yes) "$work/analytics")

seconds() { awk "BEGIN{printf \"%.1f\", ($2 - $1) / 1e9}"; }
faults=$(grep -c '^fault: ' "$work/amazon.log" || true)
echo "publication_contacts_complete $(count "state = 'complete'") contacts"
echo "publication_contacts_failed $(count "state = 'failed'") contacts"
echo "publication_sending_took $(seconds "$began" "$sent") s"
echo "publication_took $(seconds "$began" "$ended") s"
echo "publication_rate $(awk "BEGIN{printf \"%.1f\", $contacts / (($ended - $began) / 1e9)}") contacts/s"
echo "publication_calls $(awk "BEGIN{printf \"%.3f\", ($before - $after - 1) / $contacts}") calls/contact"
echo "publication_server_peak $(awk '/VmHWM/ {printf "%.0f", $2 / 1024}' "/proc/$server/status") MiB"
echo "amazon_requests_that_did_not_fit $faults requests"
echo "org_analytics $(wc -l <"$work/analytics") records, $(distinct analytics) contacts"
echo "org_contact_records $(wc -l <"$work/records") records, $(distinct records) contacts"
echo "org_attachments $(wc -l <"$work/attachments") attachments"
echo "org_contacts_with_their_three_attachments $whole contacts"
echo "org_files_equal_of_20_contacts $same contacts"
sampled=$((contacts < 20 ? contacts : 20))
if [ "$(wc -l <"$work/analytics") $(distinct analytics) $(wc -l <"$work/records") $(distinct records) $(wc -l <"$work/attachments") $whole $same $faults" != \
  "$contacts $contacts $contacts $contacts $((3 * contacts)) $contacts $sampled 0" ]; then
  echo "The org does not have what it should have, or a request did not fit." >&2
  exit 1
fi
