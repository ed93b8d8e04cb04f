. "$(dirname "$0")/lib.sh"
practice
at '2020-05-20 09:00'
same 'the number comes first' 小站矛调〔2020〕0001号 \
  "$("$program" arrive --channel visit --party 张某某 --respondents 李某 --about 邻里漏水 | head -1)"
at '2020-05-20 09:10'
gives 4 'possible now: .*receive' plan 1 --branches mediate --responsible wang --next-at '2020-05-22 09:00' --told-how face
gives 0 'reception: kept, on time' receive 1
gives 0 '"deadline":"plan","due":"2020-05-25T17:30:00\+08:00"' show 1 --json
gives 0 'received' show 1
gives 0 'maotiao sort 1 --duplicate-checked' next 1
gives 0 '"possible":\[.*"event":"sort"' next 1 --json
gives 0 'sorted' sort 1 --duplicate-checked --type 邻里
gives 0 'entered' enter 1 --safety safe --before angry --after calm
gives 2 'responsible is missing' plan 1 --branches mediate --next-at '2020-05-22 09:00' --told-how face
gives 0 'plan: kept, on time' plan 1 --branches mediate --responsible wang --next-at '2020-05-22 09:00' --told-how face --rights-told
gives 4 'consent' accept 1 --mediator wang
gives 0 'consent' consent 1 --all
gives 0 '\(2020\)津南小站人调字第1号' accept 1 --mediator wang
at '2020-05-22 09:00'
gives 0 'session' session 1 --text 谈妥
gives 0 'visit: until 2020-06-12 17:30' agree 1 --form written --content '李某三日内修好管道' --all-signed \
  --mediator-signed --sealed --perform-by '2020-05-25 17:00'
at '2020-05-25 10:00'
gives 0 'performance: kept' perform 1 --result proved --proof 照片
at '2020-06-20 09:00'
gives 5 'Overdue: 1' check --fail-on-overdue
gives 0 'New alerts: 0' check
gives 0 'OVERDUE' show 1
gives 0 $'\x1b\\[1;31mOVERDUE' show 1 --color always
gives 0 'running|OVERDUE' show 1 --color never
gives 0 '逾期' list --overdue --lang zh
visit=(visit 1 --result made --means face --contacted both --performed done --content --smiled --listened --tried-best)
gives 4 'say why \(--why\)' "${visit[@]}"
gives 4 '"code":"late_reason_needed"' "${visit[@]}" --json
gives 0 'LATE, on record' "${visit[@]}" --why 回访员生病
gives 0 'closed' close 1
gives 4 'another person' archive 1 --filed-by zhou --checked-by zhou --complete --pages 12
gives 0 'archived' archive 1 --filed-by zhou --checked-by qian --complete --pages 12
gives 0 '13  *2020-06-20 09:00  archive' history 1
gives 0 '归档' history 1 --lang zh
gives 0 '"history":\[' history 1 --json
gives 0 'day 21, the last' explain 1 visit
gives 3 'no limit' explain 1 nonsense
gives 0 'no such cases' list
same 'the promises as they stood' '{"late":0,"on_time":1,"open":0,"overdue":0} {"late":0,"on_time":0,"open":1,"overdue":0}' \
  "$("$program" check --json --at '2020-06-01 09:00' | grep -o '"plan":{[^}]*}\|"visit":{[^}]*}' | sed 's/^[^:]*://' | paste -sd' ')"
same 'three deadlines' 3 "$("$program" deadlines --json | grep -c '"deadline"')"
finish
