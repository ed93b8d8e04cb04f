. "$(dirname "$0")/lib.sh"
practice
at '2020-05-20 09:00'
"$program" arrive --channel visit --party 张某某 --about 邻里漏水 > /dev/null || fail arrive
for i in 1 2 3 4 5 6 7 8; do "$program" note 1 --text "记事 $i" > /dev/null 2>> faults & done
for i in 1 2 3 4; do "$program" arrive --channel phone --party 李某 --about 来电 > /dev/null 2>> faults & done
wait
same 'no command failed' '' "$(cat faults)"
same 'every note is there' 9 "$("$program" history 1 --json | grep -o '"seq"' | wc -l)"
same 'every number is there once' 5 "$("$program" list --json | grep -o '0[0-9]*号' | sort -u | wc -l)"
same 'the history is sound' 0 "$("$program" verify > /dev/null; echo $?)"
"$program" list --json | head -c 1 > /dev/null || fail 'a closed pipe is quiet'
finish
