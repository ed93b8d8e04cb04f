. "$(dirname "$0")/lib.sh"
practice
# The record has a sample for each step; those that name another case, or a party by name, cannot know it.
other_case='merge|join|absorb'
party='no-show|refuse'

# all_taken: every step that `next` says is ready is tried on a copy, and must be taken.
all_taken() {
  local line copy=$work/copy.db
  while read -r line; do
    [[ $line =~ ^maotiao\ ($other_case|$party)\  ]] && continue
    rm -f copy.db*
    cp centre.db "$copy" && { [[ ! -e centre.db-wal ]] || cp centre.db-wal "$copy-wal"; } || fail "copy"
    (export MAOTIAO_DB=$copy; eval "\"$program\" ${line#maotiao }" > out 2>&1) || fail "$1: $line -> $(cat out)"
  done < <("$program" next 1 --json |
    sed 's/{"command"/\n&/g' | grep '"missing":null.*"permitted":true' | sed 's/^{"command":"//; s/","event".*//; s/\\"/"/g')
}

at '2026-04-01 09:10'
gives 0 '0001号' arrive --channel visit --party 张某某 --respondents 李某 --about 邻里漏水 --as practice
export MAOTIAO_AS=practice
all_taken arrived
gives 0 received receive 1
all_taken received
gives 0 sorted sort 1 --duplicate-checked --type neighbour
all_taken sorted
gives 0 entered enter 1 --safety safe --skipped 平静
all_taken entered
gives 0 plan plan 1 --branches mediate --responsible wang --next-at '2026-04-12 09:00' --told-how face --rights-told
all_taken planned
gives 0 consent consent 1 --all
gives 0 mediation accept 1 --mediator wang
all_taken mediating
gives 0 question question 1 --question 何时办结 --answerer wang --due '2026-04-09 09:00'
gives 0 invite invite 1 --unit 人社 --to wu --what 查工资
all_taken 'with a task and a question'
gives 0 answer answer 1 --question-no 1 --answer 本月
gives 0 'joint task: kept' report-task 1 --task-no 1 --result 已查
gives 0 agree agree 1 --form written --content 赔偿 --perform-by '2026-04-20 17:00' --all-signed --mediator-signed --sealed
all_taken resolved
at '2026-04-10 09:10'
gives 0 visit visit 1 --result made --means face --contacted both --performed done --content --smiled --listened --tried-best
all_taken visited
gives 0 close close 1
all_taken closed
finish
