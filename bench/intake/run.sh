#!/usr/bin/env bash
# Contact records a second, end to end over HTTP, beside pgbench doing the same inserts in the same
# database. One result a line: name value unit. Needs pgbench and psql (Debian: postgresql-contrib).
#   SECONDS_EACH=5 ROUNDS=3 BATCHES="30 500" CONNECTIONS="1 4" bench/intake/run.sh
set -euo pipefail
cd "$(dirname "$0")"
home=$(cd ../.. && pwd)
java=${JAVA_HOME:-/usr/lib/jvm/temurin-25-jdk-amd64}/bin/java
seconds=${SECONDS_EACH:-5} rounds=${ROUNDS:-3}
work=$(mktemp -d) port=${PORT:-8497}
record=$home/demo/contacts/01-late-delivery/record.json
cleanup() { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$work"; }
trap cleanup EXIT
median() { sort -g | awk '{a[NR]=$1} END{print (NR%2) ? a[(NR+1)/2] : (a[NR/2]+a[NR/2+1])/2}'; }

# The pipeline rests: this measures intake alone. Both sides insert the contact and its schedule.
"$java" -jar "$home/server/target/aftercall-server.jar" --data "$work/data" --port "$port" \
  --db-scheduler.enabled=false >"$work/log" 2>&1 &
server=$!
for _ in $(seq 120); do curl -fs "http://localhost:$port/health" >/dev/null && break; sleep 0.5; done
token=$(cat "$work/data/operator.token")
pgport=$(sed -n 4p "$work/data/postgres/postmaster.pid")
export PGHOST=localhost PGUSER=postgres PGPORT=$pgport

payload=$(tr -d '\n' <"$record" | sed "s/'/''/g")
attributes=$(jq -c .Attributes "$record" | sed "s/'/''/g")
script() { # rows -> one transaction with the two statements of the server, as pgbench sends them
  echo "BEGIN;"
  echo "with c as (insert into contact (contact_id, number, last_update, received_at, record, attributes, channel, initiated_at, customer_address, agent, queue) values"
  for i in $(seq "$1"); do
    [ "$i" -gt 1 ] && echo ","
    echo "(gen_random_uuid()::text, nextval('contact_number'), now(), now(), '$payload', '$attributes', 'VOICE', now(), '+15555550117', 'mary.bennett', 'Deliveries')"
  done
  echo " on conflict (contact_id) do nothing returning contact_id) insert into scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures, version) select 'contact', contact_id, now(), false, 0, 1 from c on conflict do nothing;"
  echo "COMMIT;"
}

# Warm up the server.
"$java" IntakeBench.java "http://localhost:$port" "$token" "$record" 100 2 5 >/dev/null
for batch in ${BATCHES:-30 500}; do
  script "$batch" >"$work/pgbench.sql"
  for connections in ${CONNECTIONS:-1 4}; do
    : >"$work/ours"; : >"$work/peer"
    for _ in $(seq "$rounds"); do
      psql -q -c 'set client_min_messages=warning; truncate contact, scheduled_tasks cascade' >/dev/null
      pgbench -n -M simple -f "$work/pgbench.sql" -c "$connections" -j "$connections" -T "$seconds" 2>/dev/null |
        awk -v b="$batch" '/^tps/ {printf "%.0f\n", $3 * b}' >>"$work/peer"
      psql -q -c 'set client_min_messages=warning; truncate contact, scheduled_tasks cascade' >/dev/null
      "$java" IntakeBench.java "http://localhost:$port" "$token" "$record" "$batch" "$connections" "$seconds" >>"$work/ours"
    done
    ours=$(median <"$work/ours") peer=$(median <"$work/peer")
    echo "intake_http_b${batch}_c${connections} $ours rec/s"
    echo "intake_pgbench_b${batch}_c${connections} $peer rec/s"
    echo "intake_http_b${batch}_c${connections}_vs_pgbench $(awk "BEGIN{printf \"%.2f\", $ours/$peer}") ratio"
  done
done
