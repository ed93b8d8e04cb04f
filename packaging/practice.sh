# Sourced by ./run: some days of a practice centre, told with the program's own commands.
# Needs say (two languages), maotiao in the PATH and MAOTIAO_DB.

chapter() { printf '\n── '; say "$1" "$2"; }

# it_is INSTANT: from here on the practice centre's clock stands there.
it_is() { export MAOTIAO_NOW=$1; printf '\n'; say "〔$1〕" "[$1]"; }

show() {
  local word
  printf '$ maotiao'
  for word in "$@"; do
    case $word in *[!a-zA-Z0-9_./:-]*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac
  done
  printf '\n'
}

# does COMMAND...: shown, run, and must succeed. refuses COMMAND...: shown, run, and must be refused (exit code 4).
does() { expect 0 "$@"; }
refuses() { expect 4 "$@"; }
expect() {
  local wanted=$1 status=0
  shift
  show "$@"
  maotiao "$@" 2>&1 </dev/null || status=$?
  if [ "$status" -ne "$wanted" ]; then
    say "这条命令的退出码是 $status，应为 $wanted。" "This command ended with exit code $status, not $wanted."
    exit 1
  fi
}

chapter '建一个练习中心' 'A practice centre is made'
it_is 2026-04-29T08:35:00+08:00
does init --practice

chapter '甲：一件邻里漏水，从来访到归档' 'Case 1: a leak between neighbours, from arrival to archive'
it_is 2026-04-29T09:10:00+08:00
does arrive --channel visit --party 张某某 --about 楼上漏水，天花板受损 --respondents 李某 --claim 修好并赔偿
it_is 2026-04-29T09:25:00+08:00
does receive 1 --manner face --receiver wang
say '（接待在 30 分钟之内。不经分流就想调解，会被拒绝：）' '(Received within 30 minutes. Mediating before sorting is refused:)'
refuses accept 1
does sort 1 --duplicate-checked --type 邻里纠纷 --risk blue --scale single
does enter 1 --safety safe --before upset --after calm --how 倒茶，听完
does next 1
say '（3 个工作日跨过“五一”，为什么是 5 月 7 日：）' '(The 3 working days run across the May holiday; why it is 7 May:)'
does explain 1
it_is 2026-04-30T14:00:00+08:00
does plan 1 --branches mediate --responsible wang --next-at '2026-05-06 09:00' --told-how face --rights-told
does consent 1 --all
does accept 1 --mediator wang
it_is 2026-05-06T11:20:00+08:00
does session 1 --text 到现场看过漏点，双方认可原因
does agree 1 --form written --content '李某5月10日前修好并赔偿1200元' --all-signed --mediator-signed --sealed --perform-by '2026-05-10 18:00' --amount 1200
does deadlines

chapter '乙：方案到期没有人出' 'Case 2: a plan that nobody made in time'
it_is 2026-04-30T15:00:00+08:00
does arrive --channel hotline --party 王某 --about 拖欠工资 --ref 12345-0430
does receive 2 --manner phone --receiver zhao

chapter '丙：一件移交给村的纠纷' 'Case 3: handed to a village'
it_is 2026-05-07T09:00:00+08:00
does arrive --channel visit --party 赵某某 --about 宅基地界址争议
does receive 3 --manner face --receiver zhao --respondents 钱某某
does offer 3 --to feng --reason 界址在甲村，由村里先调 --level delegate --why local
refuses ack 3 --as sun
it_is 2026-05-07T09:30:00+08:00
does ack 3 --as feng
does show 3

chapter '丁：接待超过 30 分钟，必须说明原因' 'Case 4: received after more than 30 minutes; the reason must be said'
it_is 2026-05-08T09:00:00+08:00
does arrive --channel visit --party 孙某 --about 物业费争议
it_is 2026-05-08T09:50:00+08:00
refuses receive 4 --manner face
does receive 4 --manner face --receiver wang --why 大厅同时来了三批人

chapter '夜间检查' 'The nightly check'
it_is 2026-05-08T22:00:00+08:00
does check
say '（再查一遍，不会重复提醒：）' '(Checked again: nobody is alerted twice:)'
does check

chapter '甲：履行、回访、结案、归档' 'Case 1: performance, visit, closing, archive'
it_is 2026-05-09T10:00:00+08:00
does perform 1 --result proved --proof 收条一张
it_is 2026-05-18T15:00:00+08:00
refuses close 1
does visit 1 --result made --means phone --contacted both --performed done --content --smiled --listened --tried-best
does close 1 --text 漏水已修复，赔偿已付清
does archive 1 --filed-by zhou --checked-by qian --complete --pages 18
does history 1
does list
does verify

printf '\n'
say "练习库留在 $MAOTIAO_DB，可以接着用，例如：" "The practice database stays in $MAOTIAO_DB; go on with it, for example:"
cat <<WORDS
  export MAOTIAO_DB=$MAOTIAO_DB MAOTIAO_NOW=2026-05-19T09:00:00+08:00
  build/dev/cli/maotiao next 2
  build/dev/cli/maotiao --help
WORDS
