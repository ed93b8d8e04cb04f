. "$(dirname "$0")/lib.sh"
practice
at '2026-05-06 09:10'
gives 0 '0001号' arrive --channel visit --party 张某某 --respondents 李某 --about 邻里漏水
gives 0 'received' receive 1
gives 0 'next step: until 2026-05-19 17:30' pause 1 --ground papers --list 身份证
at '2026-05-25 09:10'
gives 0 'plan +2026-05-09 17:30 +running  stands still' show 1
gives 0 '"next_deadline":\{"deadline":"step","due":"2026-05-19T17:30:00\+08:00"\}' list --overdue --json
gives 0 'Next limit: next step until 2026-05-19 17:30' next 1
gives 0 'plan: until' unpause 1
finish
