#!/usr/bin/env bash
# 10,000 contacts in three versions each, shuffled, while the server is killed with -9 twice: counts
# contacts, newest versions, numbers given twice and contacts without a way. Needs psql.
#   CONTACTS=10000 bench/intake/crash.sh
set -euo pipefail
cd "$(dirname "$0")"
home=$(cd ../.. && pwd)
java=${JAVA_HOME:-/usr/lib/jvm/temurin-25-jdk-amd64}/bin/java
contacts=${CONTACTS:-10000} work=$(mktemp -d) port=${PORT:-8497}
serve() {
  "$java" -jar "$home/server/target/aftercall-server.jar" --data "$work/data" --port "$port" >>"$work/log" 2>&1 &
  server=$!
}
ready() { for _ in $(seq 240); do curl -fs "http://localhost:$port/health" >/dev/null && return; sleep 0.5; done; return 1; }
cleanup() { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$work"; }
trap cleanup EXIT
serve; ready
"$java" CrashBench.java "http://localhost:$port" "$work/data/operator.token" \
  "$home/demo/contacts/01-late-delivery/record.json" "$contacts" | while read -r line; do
  if [ "$line" = kill ]; then
    pkill -9 -f "data $work/data --port" || true
    sleep 0.5
    serve
  fi
done
ready
query() { psql -h localhost -U postgres -p "$(sed -n 4p "$work/data/postgres/postmaster.pid")" -At -c "$1"; }
for _ in $(seq 300); do
  [ "$(query "select count(*) from contact c where state = 'waiting' and not exists (select from step_run s where s.contact_id = c.contact_id)")" = 0 ] && break
  sleep 1
done
echo "crash_contacts $(query 'select count(*) from contact') contacts"
echo "crash_newest $(query "select count(*) from contact where last_update = '2026-11-20T10:00:03Z'") contacts"
echo "crash_numbers $(query 'select count(distinct number) from contact') numbers"
echo "crash_highest_number $(query 'select max(number) from contact') number"
echo "crash_without_steps $(query 'select count(*) from contact c where not exists (select from step_run s where s.contact_id = c.contact_id)') contacts"
pkill -TERM -f "data $work/data --port" || true
