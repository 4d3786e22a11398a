#!/bin/sh
# Makes the demo contacts under demo/contacts from demo/scripts. README.md says what comes out.
set -eu
cd "$(dirname "$0")"
for program in flite sox python3; do
  command -v "$program" >/dev/null || {
    echo "make.sh needs $program. On Debian: apt install flite sox python3" >&2
    exit 1
  }
done
exec python3 make_contacts.py "$@"
