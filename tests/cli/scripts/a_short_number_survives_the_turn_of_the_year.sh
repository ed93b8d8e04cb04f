. "$(dirname "$0")/lib.sh"
practice
export MAOTIAO_AS=practice
arrives() { gives 0 "〔$1〕0001号" arrive --channel visit --party 张某某 --respondents 李某 --about 邻里漏水; }

at '2026-12-31 16:50'
arrives 2026
at '2027-01-01 09:10'
gives 0 '〔2026〕0001号' receive 1 --why 元旦前到访
gives 3 'no case' show 2027-1
at '2027-01-04 09:10'
gives 0 'Next: receive \(`maotiao next 小站矛调〔2027〕0001号`\)' \
  arrive --channel visit --party 王某 --respondents 李某 --about 噪音
gives 2 '"1" may mean .*〔2027〕0001号 or .*〔2026〕0001号' show 1
gives 2 'ambiguous_case' receive 1 --json
gives 0 '〔2026〕0001号' show 2026-1
gives 0 '〔2027〕0001号' show 2027-1
gives 0 'law' law 2026-1 --body 法院
gives 2 'may mean' show 1
gives 0 'visited' visit 2026-1 --result made --means phone --contacted claimant --content --smiled --listened --tried-best
gives 0 'closed' close 2026-1
gives 0 '〔2027〕0001号' show 1
# a reference of a ledger is a name too: what is printed never names the case of another
printf 'ref,arrived,party,description\n3,2027-01-04 09:00,赵某,漏水\n' > numbered.csv
gives 0 'Imported: 1' import numbered.csv
gives 0 'Next: receive \(`maotiao next 小站矛调〔2027〕0003号`\)' arrive --channel visit --party 钱某 --about 漏水
gives 0 '〔2027〕0003号' show 小站矛调〔2027〕0003号
finish
