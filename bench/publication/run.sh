#!/usr/bin/env bash
# Contacts from their record to the org: intake, finished transcript, local analysis, publication, by
# server/target/aftercall-server.jar with the database inside, into the org double of the tests, which
# is a process of its own. Then counts in the org what stands there, and exits with 1 if that is not
# one record of each object and three attachments for each contact. Needs psql, jq, curl and Maven.
#   CONTACTS=10000 bench/publication/run.sh
# JAR names another jar; CLASS_PATH has the org run classes that are built already.
set -euo pipefail
cd "$(dirname "$0")"
home=$(cd ../.. && pwd)
java=${JAVA_HOME:-/usr/lib/jvm/temurin-25-jdk-amd64}/bin/java
jar=${JAR:-$home/server/target/aftercall-server.jar}
contacts=${CONTACTS:-10000} port=${PORT:-8511} orgport=$((${PORT:-8511} + 1))
work=$(mktemp -d) pids=()
cleanup() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  [ -n "${KEEP:-}" ] && echo "kept $work" || rm -rf "$work"
}
trap cleanup EXIT
address=http://127.0.0.1:$port org=http://127.0.0.1:$orgport
await() { # address process
  for _ in $(seq 480); do
    curl -s -o /dev/null "$1" && return
    kill -0 "$2" 2>/dev/null || break
    sleep 0.5
  done
  KEEP=1
  echo "nothing answers at $1; see the logs in $work" >&2
  return 1
}

"$home/bench/salesforce/org.sh" "$orgport" >"$work/org.log" 2>&1 &
pids+=($!)
await "$org" "${pids[-1]}"
fixtures=$home/server/src/test/resources/journey
mkdir -p "$work/data/objects"
"$java" PublicationBench.java store "$work/data/objects" "$fixtures/recording-9s-8khz.wav" \
  "$fixtures/recording-9s.transcribe.json" "$contacts"
"$java" -Xmx1g --enable-native-access=ALL-UNNAMED -jar "$jar" \
  --data "$work/data" --port "$port" --aftercall.switches.publication=true \
  "--aftercall.salesforce.host=$org" --aftercall.salesforce.login=client-credentials >"$work/server.log" 2>&1 &
server=$!
pids+=("$server")
await "$address/health" "$server"
token=$(cat "$work/data/operator.token")
ask() { curl -fsS -H "Authorization: Bearer $token" "$address/api/v1/$1"; }
curl -fsS -o /dev/null -X PATCH -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
  -d '{"ConsumerKey": "3MVG9.consumer", "ConsumerSecret": "consumer-secret"}' "$address/api/v1/salesforce-credentials"
pgport=$(sed -n 4p "$work/data/postgres/postmaster.pid")
count() { psql -h localhost -U postgres -p "$pgport" -At -c "select count(*) from contact where $1"; }

orgtoken=$(curl -fsS -d grant_type=client_credentials -d client_id=3MVG9.consumer -d client_secret=consumer-secret \
  "$org/services/oauth2/token" | jq -r .access_token)
in_org() { curl -fsS -H "Authorization: Bearer $orgtoken" -G "$org/services/data/v62.0/$1" "${@:2}"; }
remaining() { in_org limits | jq .DailyApiRequests.Remaining; }

before=$(remaining) began=$(date +%s%N)
"$java" PublicationBench.java send "$address" "$token" "$home/demo/contacts/01-late-delivery/record.json" "$contacts"
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
echo "publication_contacts_complete $(count "state = 'complete'") contacts"
echo "publication_contacts_failed $(count "state = 'failed'") contacts"
echo "publication_sending_took $(seconds "$began" "$sent") s"
echo "publication_took $(seconds "$began" "$ended") s"
echo "publication_rate $(awk "BEGIN{printf \"%.1f\", $contacts / (($ended - $began) / 1e9)}") contacts/s"
echo "publication_calls $(awk "BEGIN{printf \"%.3f\", ($before - $after - 1) / $contacts}") calls/contact"
echo "publication_server_peak $(awk '/VmHWM/ {printf "%.0f", $2 / 1024}' "/proc/$server/status") MiB"
echo "org_analytics $(wc -l <"$work/analytics") records, $(distinct analytics) contacts"
echo "org_contact_records $(wc -l <"$work/records") records, $(distinct records) contacts"
echo "org_attachments $(wc -l <"$work/attachments") attachments"
echo "org_contacts_with_their_three_attachments $whole contacts"
echo "org_files_equal_of_20_contacts $same contacts"
sampled=$((contacts < 20 ? contacts : 20))
if [ "$(wc -l <"$work/analytics") $(distinct analytics) $(wc -l <"$work/records") $(distinct records) $(wc -l <"$work/attachments") $whole $same" != \
  "$contacts $contacts $contacts $contacts $((3 * contacts)) $contacts $sampled" ]; then
  echo "The org does not have what it should have." >&2
  exit 1
fi
