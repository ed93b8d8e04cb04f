. "$(dirname "$0")/lib.sh"
practice
long_ago=$(date -d '20 days ago' +%Y-%m-%dT09:00:00%:z)

# The value of a number or word in the answer of health.
health() { "$program" health --json | grep -o "\"$1\":[^,}]*" | head -1 | cut -d: -f2-; }
# Asks again and again, for a limited number of times, until the answer is as it should be.
until_health() {
  local n
  for ((n = 0; n < 600; ++n)); do [[ $(health "$1") == "$2" ]] && return; done
  fail "$1 never became $2: $("$program" health)"
}
serve() { "$program" serve 2>> log & server=$!; }

gives 1 'no server has ever' health
"$program" arrive --channel visit --party 张某某 --about 邻里漏水 --at "$long_ago" > /dev/null || fail arrive
serve
until_health healthy true
same 'what was due at the start is raised' 0 "$(health unraised)"
"$program" arrive --channel phone --party 李某 --about 来电 --at "$long_ago" > /dev/null || fail arrive
until_health unraised 0
same 'the first server has the lease' 1 "$(health fence)"

kill -9 "$server"; wait "$server" 2> /dev/null
"$program" arrive --channel phone --party 李某 --about 来电 --at "$long_ago" > /dev/null || fail arrive
serve
until_health fence 2
until_health unraised 0
serve_one=$server
serve
kill -TERM "$serve_one"; wait "$serve_one"
same 'a server ends in good order' 0 $?
until_health fence 3
kill -TERM "$server"; wait "$server"
gives 1 'was stopped' health

same 'the night at the start of the first server tells its four alerts' 4 "$("$program" nightly --show --json | grep -o '"count":[0-9]*' | head -1 | cut -d: -f2)"
gives 0 'was made before' nightly
gives 0 'OVERDUE' nightly --list
gives 0 'digest [0-9a-f]{64}' nightly --show
gives 3 'no run was made' nightly --show 2001-01-01
gives 2 'no time of day' nightly --every 25:00
gives 0 'due at 02:15' nightly --every 02:15
export MAOTIAO_NOW='2020-05-20 09:00'
gives 1 '已于' health --lang zh_CN
finish
