. "$(dirname "$0")/lib.sh"
practice
at '2020-05-20 09:00'
gives 0 '0001' arrive --channel visit --party 张某某 --about 邻里漏水
arrive=(arrive --channel visit --party 李某 --about)
# wrong instants
gives 2 'not a time' "${arrive[@]}" x --at yesterday
gives 2 'not a time' "${arrive[@]}" x --at '2020-02-30 09:00'
gives 2 'not a time' "${arrive[@]}" x --at '2020-05-20 09:00:61'
# an unknown case, person, command word
gives 3 'no case "99"' show 99
gives 3 '"code":"no_such_case"' show 99 --json
gives 3 'no case' receive 99
gives 6 'nobody is not on the roster' show 1 --as nobody
gives 2 'does not belong here' show 1 --nonsense
gives 2 'given twice' "${arrive[@]}" x --about y
# text that is no text
gives 2 'not readable text' "${arrive[@]}" $'\xff\xfe'
gives 2 'not readable text' "${arrive[@]}" $'a\x1b[31mb'
gives 2 'too long' "${arrive[@]}" - < <(head -c 10000000 /dev/zero | tr '\0' 'a')
gives 2 'not readable text' "${arrive[@]}" - < <(printf 'a\0b')
gives 2 'not readable text' "${arrive[@]}" - < <(printf '\xc3\x28')
# files that cannot be
printf 'not a database at all, but long enough to look like a file of something\n' > other.txt
gives 1 'not a database' show 1 --db other.txt
gives 3 'no database' show 1 --db nowhere.db
gives 4 'already there' init --practice
same 'nothing but the first case is there' 1 "$("$program" list --json | grep -c '"case"')"
finish
