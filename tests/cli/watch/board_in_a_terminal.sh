# The board in a real terminal: tmux draws it, other processes change the database beneath.
. "$(dirname "$0")/../scripts/lib.sh"
command -v tmux > /dev/null || { echo "skipped: tmux is not installed"; exit 0; }
export TMUX_TMPDIR=$work LC_ALL=C.UTF-8
unset TMUX
at "2020-05-20 09:00"
practice
gives 2 'maotiao check' watch
TERM=dumb gives 2 'maotiao list' watch

screen() { tmux capture-pane -p -t board; }
# sees PATTERN: the screen matches within ten seconds; each look takes a moment by itself.
sees() {
  local end=$((SECONDS + 10))
  while ((SECONDS <= end)); do
    [[ $(screen) =~ $1 ]] && return
    read -r -t 0.05 <> <(:)
  done
  fail "no '$1' on the screen: $(screen)"
}
# opens COLUMNS ROWS WORDS...: the board in a new terminal of that size, with a shell behind it.
opens() {
  local columns=$1 rows=$2
  shift 2
  tmux -f /dev/null new-session -d -s board -x "$columns" -y "$rows" "bash --norc"
  tmux send-keys -t board "clear; '$program' watch --as practice $*; echo ended \$?" Enter
}
shuts() { tmux kill-session -t board; }

opens 80 24 --lang en
sees 'No limit to show'
"$program" arrive --channel visit --party 张某某 --respondents 李某 --about 邻里漏水 > /dev/null || fail "arrive"
sees 'GREEN \. left 00:30:00'
tmux send-keys -t board Enter
sees 'What can be done now'
tmux send-keys -t board q
tmux send-keys -t board '?'
sees 'AMBER ~ has been warned about'
tmux send-keys -t board q
sees 'Remaining'
tmux resize-window -t board -x 200 -y 50
sees 'State'
tmux send-keys -t board q
sees 'ended 0'
shuts
at "2020-05-20 09:31"
opens 200 50 --lang zh --color never
sees '红 ! +逾期 00:01:00'
tmux send-keys -t board C-c
sees 'ended 0'
shuts
finish
