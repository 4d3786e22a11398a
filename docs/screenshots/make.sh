#!/bin/sh
# Makes the pictures of this folder: starts a server with the demo contacts, one that failed and one of which nothing was
# asked, and a server with nothing; takes each page in light, dark, narrow, empty and failing. Needs Chromium and curl.
#   docs/screenshots/make.sh [NAME-PART]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'kill $full $empty 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT
full=
empty=

up() {
  for _ in $(seq 120); do
    curl -fs -m 2 "http://localhost:$1/health" >/dev/null && return
    sleep 0.5
  done
  echo "no server on port $1" >&2
  exit 1
}
code() {
  curl -fsS -X POST -H "Authorization: Bearer $(cat "$2/operator.token")" "http://localhost:$1/api/v1/sign-in-codes" |
    node -e 'let s = ""; process.stdin.on("data", (d) => (s += d)).on("end", () => console.log(JSON.parse(s).code))'
}
hand() {
  curl -fsS -X POST -H "Authorization: Bearer $(cat "$work/full/operator.token")" -H 'Content-Type: application/json' \
    --data "$1" "http://localhost:8591/api/v1/contact-records" >/dev/null
}

mkdir -p "$work/full/entities"
cp "$root"/demo/entities/*.csv "$work/full/entities/"
"$root/aftercall" serve --port=8591 --data="$work/full" >"$work/full.log" 2>&1 &
full=$!
up 8591
"$root/aftercall" serve --port=8592 --data="$work/empty" >"$work/empty.log" 2>&1 &
empty=$!
up 8592
AFTERCALL_URL=http://localhost:8591 AFTERCALL_TOKEN=$(cat "$work/full/operator.token") "$root/aftercall" ingest "$root/demo/contacts"
curl -fsS -X PUT -H "Authorization: Bearer $(cat "$work/full/operator.token")" --data 'no recording' \
  "http://localhost:8591/api/v1/objects/demo/broken.wav"
hand '{"ContactId":"broken","Channel":"VOICE","InitiationTimestamp":"2026-11-20T10:00:00Z","LastUpdateTimestamp":"2026-11-20T10:05:00Z",
  "CustomerEndpoint":{"Type":"TELEPHONE_NUMBER","Address":"+15550199"},"Queue":{"Name":"Returns"},"Agent":{"Username":"omar"},
  "Recording":{"Location":"demo/broken.wav","Status":"AVAILABLE","Type":"AUDIO"},
  "Attributes":{"postcallRecordingImportEnabled":"true","postcallTranscribeEnabled":"true","postcallTranscribeLanguage":"en-US"}}'
hand '{"ContactId":"unasked","Channel":"VOICE","InitiationTimestamp":"2026-11-20T11:00:00Z","LastUpdateTimestamp":"2026-11-20T11:05:00Z",
  "CustomerEndpoint":{"Type":"TELEPHONE_NUMBER","Address":"+15550188"},"Queue":{"Name":"Returns"},"Agent":{"Username":"omar"},
  "Recording":{"Location":"demo/unasked.wav","Status":"AVAILABLE","Type":"AUDIO"},"Attributes":{}}'
for _ in $(seq 300); do
  curl -fsS -H "Authorization: Bearer $(cat "$work/full/operator.token")" http://localhost:8591/api/v1/status |
    grep -q '"running":0.*"waiting":0' && break
  sleep 1
done
node "$root/console/e2e/screenshots.mjs" "$here" http://localhost:8591 "$(code 8591 "$work/full")" \
  http://localhost:8592 "$(code 8592 "$work/empty")" "${1:-}"
