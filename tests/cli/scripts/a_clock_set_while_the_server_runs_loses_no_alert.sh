. "$(dirname "$0")/lib.sh"
# The clock of the machine is set forward, back and right again while the real server runs (libfaketime stands in front of
# the clock of the server and of every command). Each alert is raised exactly once, and the server goes on answering.
library=$(echo /usr/lib/*/faketime/libfaketimeMT.so.1)
if [[ ! -e $library ]] || ldd "$program" | grep -q 'lib[at]san'; then
  echo 'skipped: libfaketime is not here (apt install faketime), or a sanitizer wants its place'
  exit 0
fi
cat > faked <<S
#!/bin/sh
exec env LD_PRELOAD=$library FAKETIME_TIMESTAMP_FILE=$work/clock FAKETIME_NO_CACHE=1 FAKETIME_DONT_FAKE_MONOTONIC=1 $program "\$@"
S
chmod +x faked
program=$work/faked
# The day of the test is a Wednesday morning, whatever day it is.
morning=$(($(date -d '2026-05-20 10:00 +0800' +%s) - $(date +%s)))
# set_clock SECONDS: the wall clock is so far from that morning, from now on
set_clock() { printf '%+d' $((morning + $1)) > clock-new && mv clock-new clock; }
# comes MINUTES: somebody came so long ago by the clock as it is set; the change wakes the server
comes() {
  local at
  at=$(date -u -d "@$(($(date +%s) + $(< clock) - $1 * 60))" +%Y-%m-%dT%H:%M:%SZ)
  "$program" arrive --channel visit --party 张某某 --about 邻里漏水 --at "$at" > /dev/null || fail arrive
}

set_clock 0
practice
export MAOTIAO_AS=practice
token=$("$program" account token add practice --name clock | head -1)
"$program" serve --listen 127.0.0.1:0 2> log & server=$!
port=
for ((n = 0; n < 2000 && ${#port} == 0; ++n)); do
  port=$(grep -os 'http://127.0.0.1:[0-9]*' log | cut -d: -f3)
  "$program" --version > /dev/null  # some milliseconds
done
[[ -n $port ]] || fail "no port was told: $(< log)"

asked() {
  exec 9<> "/dev/tcp/127.0.0.1/$port" || return
  printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n' "$1" "$token" >&9
  cat <&9
  exec 9>&-
}
health() { "$program" health --json | grep -o "\"$1\":[^,}]*" | head -1 | cut -d: -f2-; }
# until_all_raised: whatever is due has its alert
until_all_raised() {
  local n
  for ((n = 0; n < 600; ++n)); do [[ $(health unraised) == 0 ]] && return; done
  fail "not all is raised: $("$program" health)"
}
# alerts: each as case, limit and level, once a line
alerts() {
  local all
  all=$(asked '/api/v1/alerts?from=2000-01-01')
  [[ $all == 'HTTP/1.1 200 '* ]] || fail "the alerts are not answered: ${all%%$'\r'*}"
  grep -o '"case":"[^"]*"[^}]*"level":"[a-z]*"' <<< "$all" | sed 's/"case":"[^0-9]*[0-9]*〕\([0-9]*\).*"deadline":"\([a-z]*\)".*"level":"\([a-z]*\)"/\1 \2 \3/' | sort
}
# tells "when" LINES...: exactly these alerts are there
tells() {
  local when=$1
  shift
  until_all_raised
  same "the alerts $when" "$(printf '%s\n' "$@" | sort)" "$(alerts)"
}

first=('0001 reception amber' '0002 reception amber')
comes 25
comes 24
comes 5
tells 'in the morning' "${first[@]}"

set_clock 1800  # half an hour ahead: all three limits have passed
comes 1
second=(000{1,2,3}' reception red' 000{1,2,3}' reception supervisor' '0003 reception amber')
tells 'after the clock was set forward' "${first[@]}" "${second[@]}"

set_clock -3600  # an hour before the morning
comes 22
third=('0005 reception amber')
[[ $("$program" health --json) == *'"code":"clock_set_back"'* ]] || fail "health does not tell of the clock: $("$program" health)"
tells 'after the clock was set back' "${first[@]}" "${second[@]}" "${third[@]}"
grep -q 'was set back by 5[34][0-9]* ms; nothing is alerted twice' log || fail "the log does not tell of the clock: $(< log)"

set_clock 0  # right again: what has passed meanwhile is raised, what was raised before is not
comes 2
fourth=('0005 reception red' '0005 reception supervisor' '0005 reception director')  # 52 minutes late
tells 'after the clock was set right' "${first[@]}" "${second[@]}" "${third[@]}" "${fourth[@]}"
gives 0 '' health
gives 0 'bad cases: 0' verify

kill "$server"
wait "$server" || fail 'the server did not end in good order'
finish
