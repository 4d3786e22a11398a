#!/usr/bin/env bash
# Two servers read a Kinesis stream of four shards into one database, which a third one keeps that reads
# nothing. The one that holds more shards is killed with -9 while the second half of the records comes
# in. Counts contacts, numbers given twice, schedules and deliveries that came twice; and how long the
# other took to read the dead one's shards, and everything. Exits with 1 when a record was lost or
# doubled. Needs psql, node, and what `mvn generate-test-resources` brings into interop/.
#   RECORDS=20000 PER_SECOND=400 bench/stream/crash.sh
# CLASS_PATH has it run classes instead of server/target/aftercall-server.jar.
set -euo pipefail
cd "$(dirname "$0")"
home=$(cd ../.. && pwd)
java=${JAVA_HOME:-/usr/lib/jvm/temurin-25-jdk-amd64}/bin/java
records=${RECORDS:-20000} rate=${PER_SECOND:-400} work=$(mktemp -d) port=${PORT:-8501}
kinesis=$((port + 2)) dynamodb=$((port + 3))
program=(-jar "$home/server/target/aftercall-server.jar")
[ -n "${CLASS_PATH:-}" ] && program=(-cp "$CLASS_PATH" com.aftercall.AftercallServer)
lib=$home/interop/dynamodb-local/target/lib
# Kinesalite cuts answers in CBOR off after 16 KiB; with this name the SDK for Java 2 speaks JSON.
export AWS_ACCESS_KEY_ID=bench AWS_SECRET_ACCESS_KEY=bench CBOR_ENABLED=false
pids=()
# Those that listen to TERM first, so that the database is shut down by the server that has it.
cleanup() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  [ -n "${KEEP:-}" ] && echo "kept $work" || rm -rf "$work"
}
trap cleanup EXIT
node "$home/interop/js/kinesis.mjs" "$kinesis" >"$work/kinesis.log" 2>&1 &
pids+=($!)
"$java" -Xmx256m "-Dsqlite4java.library.path=$lib" -cp "$lib/*" \
  com.amazonaws.services.dynamodbv2.local.main.ServerRunner -inMemory -disableTelemetry -port "$dynamodb" \
  >"$work/dynamodb.log" 2>&1 &
pids+=($!)
serve() { # name port more...
  local name=$1 at=$2
  shift 2
  "$java" -Xmx512m --enable-native-access=ALL-UNNAMED "${program[@]}" --data "$work/$name" --port "$at" \
    --db-scheduler.enabled=false "$@" >"$work/$name.log" 2>&1 &
  pids+=($!)
}
reader() { # name port
  serve "$1" "$2" "--spring.datasource.url=jdbc:postgresql://localhost:$pgport/postgres" \
    --spring.datasource.username=postgres --aftercall.aws.region=eu-central-1 \
    "--aftercall.aws.endpoints.kinesis=http://127.0.0.1:$kinesis" \
    "--aftercall.aws.endpoints.dynamodb=http://127.0.0.1:$dynamodb" \
    --aftercall.stream.kinesis.stream=records --aftercall.stream.kinesis.start=trim-horizon \
    --aftercall.stream.kinesis.retrieval=polling --aftercall.stream.kinesis.failover=5s
}
ready() {
  for _ in $(seq 480); do curl -fs "http://127.0.0.1:$1/health" >/dev/null && return; sleep 0.5; done
  echo "no server on $1; see $work" >&2; return 1
}
for _ in $(seq 120); do curl -s "http://127.0.0.1:$kinesis" >/dev/null && break; sleep 0.5; done
for _ in $(seq 120); do curl -s "http://127.0.0.1:$dynamodb" >/dev/null && break; sleep 0.5; done
node put.mjs "http://127.0.0.1:$kinesis" create records 4
serve database "$port"
ready "$port"
pgport=$(sed -n 4p "$work/database/postgres/postmaster.pid")
query() { psql -h localhost -U postgres -p "$pgport" -At -c "$1"; }
reader first $((port + 1))
first=${pids[-1]}
reader second $((port + 4))
second=${pids[-1]}
ready $((port + 1))
ready $((port + 4))
# A lease moves only after a while; and of two that make a new table of leases together, KCL lets one
# fail, which begins again after half a minute.
for _ in $(seq 240); do
  [ "$(query 'select count(distinct server) from stream_partition')" = 2 ] && break
  sleep 1
done
echo "stream_servers_reading $(query 'select count(distinct server) from stream_partition') servers"
half=$((records / 2))
began=$(date +%s%N)
node put.mjs "http://127.0.0.1:$kinesis" put records "$home/demo/contacts/01-late-delivery/record.json" 0 "$half" "$rate"
dead=$(query 'select server from stream_partition group by server order by count(*) desc, server limit 1')
victim=$second
[ "${dead: -8}" = "$(cat "$work/first/server.id")" ] && victim=$first
end_and_wait() {
  sleep 2
  local held at
  held=$(query "select count(*) from stream_partition where server = '$dead'")
  at=$(date +%s%N)
  kill -9 "$victim"
  echo "stream_shards_of_the_dead $held shards"
  echo "stream_contacts_at_the_kill $(query 'select count(*) from contact') contacts"
  for _ in $(seq 3000); do
    [ "$(query "select count(*) from stream_partition where server = '$dead'")" = 0 ] && break
    sleep 0.1
  done
  echo "stream_taken_over_after $((($(date +%s%N) - at) / 1000000)) ms"
}
end_and_wait &
killer=$!
node put.mjs "http://127.0.0.1:$kinesis" put records "$home/demo/contacts/01-late-delivery/record.json" "$half" \
  $((records - half)) "$rate"
sent=$(date +%s%N)
wait "$killer"
for _ in $(seq 3000); do
  [ "$(query 'select count(*) from contact')" -ge "$records" ] && break
  sleep 0.2
done
ended=$(date +%s%N)
# What is delivered twice comes within these seconds.
sleep 5
echo "stream_contacts $(query 'select count(*) from contact') contacts"
echo "stream_contacts_distinct $(query 'select count(distinct contact_id) from contact') contacts"
echo "stream_numbers_distinct $(query 'select count(distinct number) from contact') numbers"
echo "stream_highest_number $(query 'select max(number) from contact') number"
echo "stream_scheduled $(query 'select count(*) from scheduled_tasks where task_name = '"'contact'") contacts"
echo "stream_delivered_twice $(query 'select coalesce(sum(redelivered + outdated), 0) from contact') records"
echo "stream_rejected $(query 'select count(*) from rejected_record') records"
echo "stream_sending_took $(((sent - began) / 1000000)) ms"
echo "stream_complete_after_sending $(((ended - sent) / 1000000)) ms"
counts=$(query 'select count(*), count(distinct contact_id), count(distinct number), max(number) from contact')
if [ "$counts" != "$records|$records|$records|$records" ]; then
  echo "Records were lost or doubled." >&2
  exit 1
fi
