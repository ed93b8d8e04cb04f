. "$(dirname "$0")/lib.sh"
practice
at '2020-05-20 09:00'
"$program" arrive --channel visit --party 张某某 --about 欠薪 --as zhang > /dev/null || fail arrive
gives 0 'received' receive 1 --as zhang
gives 0 'sorted' sort 1 --duplicate-checked --type 拖欠农民工工资 --as zhang
gives 6 'wu does not have the role' sort 1 --duplicate-checked --type 邻里 --as wu
gives 0 '"holder":"zhang"' show 1 --json
gives 0 'hand-off: until' offer 1 --to wu --reason 人社职责 --as zhang
gives 4 '' ack 1 --as wang
gives 0 'held by 吴某' ack 1 --as wu
gives 0 '张\*\*' show 1 --as qian
gives 0 '张某某' show 1 --as wu
gives 0 'wu|吴某' list --mine --as wu
gives 0 'no such cases' list --mine --as zhang
gives 2 'no state' list --state nonsense
gives 0 '0001' list --state 一分
gives 3 'no centre' list --centre nowhere
gives 2 'no type' list --type 天外
gives 6 'may not do' people add new --name 新某 --role mediator --as zhang
gives 0 'on the roster' people add new --name 新某 --role mediator --as sun
gives 2 'no role "emperor"' people change new --role emperor --as sun
gives 0 "in service until" people end new --as sun
gives 6 'not on the roster' list --as new
finish
