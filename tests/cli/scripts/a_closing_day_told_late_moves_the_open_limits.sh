# field-lessons row 1: not the national calendar alone, a centre's own closing days and hours move what runs
. "$(dirname "$0")/lib.sh"
practice
at '2026-05-18 09:00'
gives 0 '0001' arrive --channel visit --party 张某某 --about 邻里漏水
gives 0 'plan: until 2026-05-21 17:30' receive 1
gives 0 '0001' arrive --as feng --channel visit --party 李某 --about 欠薪
gives 0 'plan: until 2026-05-21 17:30' receive 甲村矛调〔2026〕0001号 --as feng
at '2026-05-19 10:00'
printf 'timezone = "Asia/Shanghai"\nclosing_days = ["2026-05-21"]\n' > closed.toml
gives 0 'Open limits: 2 move later, 0 earlier' sites set town --file closed.toml
gives 0 '"due":"2026-05-22T17:30:00\+08:00"' deadlines --json
gives 0 'recount' history 1
printf 'timezone = "Asia/Shanghai"\n[hours]\nmon = ["09:00-12:00"]\ntue = ["09:00-12:00"]\nwed = ["09:00-12:00"]\nthu = ["09:00-12:00"]\n' > short.toml
gives 0 '甲村矛调〔2026〕0001号 plan: 2026-05-21 12:00, was 2026-05-22 17:30' sites set v01 --file short.toml
gives 0 '"cases_recounted":0' sites set town --file closed.toml --json
gives 0 'bad cases: 0' verify
# why a day is what it is stays on record, so a blank is no reason
gives 2 'why is needed' calendar set 2026-05-25 off --why ' '
finish
