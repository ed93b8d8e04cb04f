. "$(dirname "$0")/lib.sh"
unset MAOTIAO_DB
gives 0 '^2020-05-25T17:30:00\+08:00$' due plan '2020-05-20 09:00'
gives 0 '^2020-04-28T17:30:00\+08:00$' due plan 2020-04-24T09:00:00+08:00
gives 0 '^2025-10-20T17:30:00\+08:00$' due visit '2025-09-28 10:00'
gives 0 '^2020-05-20T09:30:00\+08:00$' due reception '2020-05-20 09:00'
gives 0 '^2020-05-21T09:00:00\+08:00$' due reception '2020-05-20 20:00'
gives 0 '^2020-05-20T20:30:00\+08:00$' due reception '2020-05-20 20:00' --emergency
gives 0 '"status":"provisional"' due plan '2031-02-03 09:00' --json
gives 0 '"calendar_revision".*"due":"2026-02-25T17:30:00\+08:00".*"explanation":\[' due plan '2026-02-13 10:00' --json
gives 0 'make-up working day' due plan '2026-02-13 10:00' --explain
gives 0 '调休上班' due plan '2026-02-13 10:00' --explain --lang zh
gives 2 'not a time' due plan yesterday
gives 2 '不是时间' due plan yesterday --lang zh
gives 2 'no rule' due lunch '2020-05-20 09:00'
same 'one line a line' '2020-05-25T17:30:00+08:00|error: x|2020-04-28T17:30:00+08:00' \
  "$(printf '2020-05-20 09:00\nrubbish\n2020-04-24 09:00\n' | "$program" due plan - | sed 's/^error: .*/error: x/' | paste -sd'|')"
same 'a byte order mark from a Windows editor is no part of the first line' '2020-05-25T17:30:00+08:00' \
  "$(printf '\357\273\277%s\r\n' '2020-05-20 09:00' | "$program" due plan -)"
same 'questions go on after a bad one' '3' \
  "$(printf '{"id":"a"}\nnonsense\n{"id":"b","kind":"is_working_day"}\n' | "$program" due --jsonl | grep -c error)"
cat > site.toml <<'T'
timezone = "Asia/Shanghai"
day_end = "midnight"
reception.clock = "open"
[hours]
mon = ["09:00-12:00"]
tue = ["09:00-12:00"]
wed = ["09:00-12:00"]
T
gives 0 '^2020-05-26T00:00:00\+08:00$|^2020-05-27T00:00:00\+08:00$' due plan '2020-05-19 09:30' --site site.toml
gives 0 '^2020-05-20T09:20:00\+08:00$' due reception '2020-05-19 11:50' --site site.toml
printf '[hours]\nmon = ["12:00-09:00"]\n' > bad.toml
gives 2 'ends before it begins' due plan '2020-05-19 09:30' --site bad.toml
gives 3 'cannot be read' due plan '2020-05-19 09:30' --site nowhere.toml
same 'each line is JSON where JSON is asked for' '{"calendar_rev|{"error":{"cas|{"calendar_rev' \
  "$(printf '2020-05-20 09:00\nrubbish\n2020-04-24 09:00\n' | "$program" due plan - --json | cut -c1-14 | paste -sd'|')"
finish
