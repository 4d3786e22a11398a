#!/usr/bin/env bash
# How long lists, searches and the dashboard take over a million invented contacts, over HTTP, and
# beside them the least that the same database needs. One result a line: name milliseconds (median).
#   CONTACTS=1000000 ROUNDS=15 KEEP=/some/folder bench/search/run.sh
# CONTACTS  at least 51000, for there to be a page 1000
# KEEP  a folder that is filled once and used again, with as many contacts as it was filled with
#       (default: a new one, removed at the end)
set -euo pipefail
cd "$(dirname "$0")"
home=$(cd ../.. && pwd)
java=${JAVA_HOME:-/usr/lib/jvm/temurin-25-jdk-amd64}/bin/java
driver=$(find "${HOME}/.m2/repository/org/postgresql/postgresql" -name 'postgresql-*.jar' | sort | tail -1)
work=${KEEP:-$(mktemp -d)} port=${PORT:-8496}
mkdir -p "$work"
cleanup() {
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  [ -n "${KEEP:-}" ] || rm -rf "$work"
}
trap cleanup EXIT
# The pipeline rests: this measures lists alone.
"$java" -jar "$home/server/target/aftercall-server.jar" --data "$work/data" --port "$port" \
  --db-scheduler.enabled=false >"$work/log" 2>&1 &
server=$!
until curl -fs "http://localhost:$port/health" >/dev/null; do
  kill -0 "$server" || { cat "$work/log" >&2; exit 1; }
  sleep 0.5
done
database="jdbc:postgresql://localhost:$(sed -n 4p "$work/data/postgres/postmaster.pid")/postgres?user=postgres"
if [ ! -e "$work/filled" ]; then
  "$java" -cp "$driver" Fill.java "$database" "$home/demo/contacts/01-late-delivery/record.json" \
    "${CONTACTS:-1000000}"
  touch "$work/filled"
fi
"$java" -cp "$driver" SearchBench.java "http://localhost:$port" "$(cat "$work/data/operator.token")" \
  "$database" "${ROUNDS:-15}"
