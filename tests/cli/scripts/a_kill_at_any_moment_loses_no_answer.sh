. "$(dirname "$0")/lib.sh"
# Commands are killed at moments spread over their whole run. What was answered is there; the rest is whole or absent.
practice
at '2026-05-20 09:00'
fields=(arrive --channel visit --party 张某某 --about 邻里漏水)
began=${EPOCHREALTIME/./}
"$program" "${fields[@]}" --ref unharmed > /dev/null || fail unharmed
took=$((${EPOCHREALTIME/./} - began))

# killed_after MICROSECONDS REF: what it still said is in said-REF
killed_after() {
  timeout -s KILL "$(printf '%d.%06d' $(($1 / 1000000)) $(($1 % 1000000)))" "$program" "${fields[@]}" --ref "$2" > "said-$2"
}
# later and later: from before the database is opened to after the answer
answered=0
for ((n = 0; n < 50 || (answered == 0 && n < 400); ++n)); do
  { killed_after $((1 + took * n / 40)) "kill-$n"; } > /dev/null 2>&1
  [[ ! -s said-kill-$n ]] || answered=$((answered + 1))
done
tries=$n
[[ $answered -gt 0 ]] || fail 'no command was ever answered'
for ((n = 0; n < tries; ++n)); do
  [[ ! -s said-kill-$n ]] || "$program" show "kill-$n" > /dev/null || fail "kill-$n was answered and is not there"
done
gives 0 '' "${fields[@]}" --ref after
gives 0 '' show after
gives 0 '' verify

# The same with a server on the database and steps that go on beside it.
"$program" serve --listen 127.0.0.1:0 2> log & server=$!
for ((n = 0; n < 10; ++n)); do "$program" "${fields[@]}" --ref "beside-$n" > /dev/null || fail "beside-$n"; done
kill -9 "$server"
wait "$server" 2> /dev/null
for ((n = 0; n < 10; ++n)); do gives 0 '' show "beside-$n"; done
gives 0 '' verify
echo "answered $answered of $tries"; finish
