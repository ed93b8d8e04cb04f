#!/bin/bash
# practice_story.sh PROGRAM STORY LANGUAGE: the story that ./run tells, told without building anything.
set -euo pipefail
program=$(realpath "$1") story=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work XDG_CONFIG_HOME=$work NO_COLOR=1 PATH="$(dirname "$program"):$PATH" MAOTIAO_LANG=$3
export MAOTIAO_DB=$work/centre.db
unset MAOTIAO_AS MAOTIAO_NOW MAOTIAO_LOG
say() { case $MAOTIAO_LANG in en*) printf '%s\n' "$2" ;; *) printf '%s\n' "$1" ;; esac; }
cd "$work"
. "$story"
