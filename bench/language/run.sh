#!/bin/sh
# Judges the language models that lie in the server on texts that they have not learned from, and
# measures how long a contact of two hours takes. One line for each figure: name, value, unit.
# Usage: bench/language/run.sh [folder with language-data in it, default ../shared/data]
set -eu
cd "$(dirname "$0")/../.."
data=$(cd "${1:-../shared/data}" && pwd)
exec mvn -q -f training/pom.xml compile exec:exec -Dcommand=Evaluate -Dlanguage.data="$data"
