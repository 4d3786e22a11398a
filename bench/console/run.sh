#!/bin/sh
# A two-hour call in the console: time to the first waveform and the first word, frames while zooming, memory after ten
# opens. Needs a running server (./aftercall serve), Node.js and Chromium; leaves the call in the server.
#
#   BASE     the server (http://localhost:8484)
#   TOKEN    an access token (that of data/operator.token)
#   MINUTES  length of the call (120)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
base=${BASE:-http://localhost:8484}
token=${TOKEN:-$(cat "$here/../../data/operator.token")}
code() {
  curl -fsS -X POST -H "Authorization: Bearer $token" "$base/api/v1/sign-in-codes" |
    node -e 'let s = ""; process.stdin.on("data", (d) => (s += d)).on("end", () => console.log(JSON.parse(s).code))'
}

contact=$(node "$here/call.mjs" "$base" "$token" "${MINUTES:-120}")
node "$here/open.mjs" "$base" "$(code)" "$contact"
