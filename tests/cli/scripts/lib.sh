# Black-box tests of the real program. A script sources this with the program as $1 and runs in a directory of its own.
set -u
program=$1
work=$(mktemp -d)
# Nothing that a script started outlives it, however it ends: a server left behind would hold the test's output open.
trap 'kill $(jobs -p) 2> /dev/null; rm -rf "$work"' EXIT
trap : PIPE  # a peer that closed first is an answer, not the script's end
cd "$work" || exit 1
export HOME=$work XDG_CONFIG_HOME=$work MAOTIAO_DB=$work/centre.db MAOTIAO_LANG=en NO_COLOR=1
unset MAOTIAO_AS MAOTIAO_NOW MAOTIAO_LOG
failures=0

# at "2020-05-20 09:00" sets the practice clock.
at() { export MAOTIAO_NOW=$1; }

fail() {
  failures=$((failures + 1))
  printf 'FAILED: %s\n' "$1"
}

# gives CODE PATTERN WORDS...: the program gives this exit code, and what it prints (both streams) matches the pattern.
gives() {
  local code=$1 pattern=$2 out status
  shift 2
  out=$("$program" "$@" 2>&1)
  status=$?
  [[ $status == "$code" ]] || fail "exit $status, not $code: maotiao $* -> $out"
  [[ $out =~ $pattern ]] || fail "no match for '$pattern': maotiao $* -> $out"
}

# same "what it is" EXPECTED ACTUAL
same() { [[ $2 == "$3" ]] || fail "$1: expected '$2', is '$3'"; }

finish() {
  [[ $failures == 0 ]] && echo "all well"
  exit $((failures > 0))
}

practice() { "$program" init --practice > /dev/null || fail "init"; }
