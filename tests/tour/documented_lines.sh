#!/bin/bash
# documented_lines.sh PROGRAM FILE: runs what stands between ```bash and ``` in a document, as one reader would type it.
set -euo pipefail
program=$(realpath "$1") document=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work XDG_CONFIG_HOME=$work NO_COLOR=1 PATH="$(dirname "$program"):$PATH"
unset MAOTIAO_AS MAOTIAO_NOW MAOTIAO_DB MAOTIAO_LANG MAOTIAO_LOG
cd "$work"
awk '/^```bash$/ { inside = 1; next } /^```$/ { inside = 0 } inside' "$document" > lines.sh
grep -q '^maotiao ' lines.sh || { echo "no commands found in $document"; exit 1; }
bash -eu -x lines.sh </dev/null
