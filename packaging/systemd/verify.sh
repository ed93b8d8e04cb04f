#!/bin/bash
# verify.sh UNITS PROGRAM: systemd reads the units as it would after an installation.
set -euo pipefail
if ! command -v systemd-analyze > /dev/null; then
  echo "skipped: there is no systemd-analyze here"
  exit 0
fi
program=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for unit in "$1"/*.service.in; do
  sed "s|@CMAKE_INSTALL_FULL_BINDIR@/maotiao|$program|" "$unit" > "$work/$(basename "$unit" .in)"
done
cp "$1"/*.timer "$work"
said=$(SYSTEMD_UNIT_PATH=$work: systemd-analyze verify --man=no --recursive-errors=no "$work"/*.service "$work"/*.timer 2>&1) ||
  { echo "$said"; exit 1; }
said=$(grep -F "$work" <<< "$said" || true)
[[ -z $said ]] || { echo "$said"; exit 1; }
echo "systemd finds nothing wrong"
