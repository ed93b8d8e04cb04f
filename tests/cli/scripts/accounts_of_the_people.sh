. "$(dirname "$0")/lib.sh"
practice
at '2026-05-20 09:00'
# word for word on standard input: a password is never a word of the command line
enter() { printf '%s\n' "$1"; }
gives 0 'wang .*no password' account list --as he
enter '柳树下的小石桥一二三' | gives 0 'wang has a new password' account password wang --as he
gives 0 'wang .*first password' account --as he
enter 'too short' | gives 2 'at least 10 characters' account password wang --as he
enter '1234567890' | gives 2 'among the first that are guessed' account password wang --as he
enter '' | gives 2 'no password was given' account password wang --as he
gives 2 'does not belong here' account password wang PERSON 'secret on the line' --as he
gives 3 'no person "nobody"' account password nobody --as he < /dev/null
gives 6 "may not do 'account'" account list --as wang
gives 6 "may not do 'account'" account password wang --as sun < /dev/null
gives 0 'nobody is signed in' account sessions wang --as he
gives 0 'have ended' account sessions wang --end --as he
gives 0 'without delay' account unlock wang --as he
# an administrator of a village has no power over the town
gives 0 'on the roster' people add guan --name 管某 --role administrator --centre v01 --as sun
enter '柳树下的小石桥一二三' | gives 3 'no person "sun"' account password sun --as guan
gives 0 '"accounts":\[' account list --json --as guan
same 'what a village sees' '"person":"feng" "person":"guan"' \
  "$("$program" account list --json --as guan | grep -o '"person":"[a-z]*"' | paste -sd ' ')"
# nor over its roster, its hours, or anybody's reach beyond the own
gives 6 'no say in centre town' people change sun --role mediator --as guan
gives 6 'no say in centre town' people change feng --centre town --as guan
gives 6 'reaches further' people add bai --name 白某 --role auditor --centre v01 --as guan
gives 0 'on the roster' people add bai --name 白某 --role village_mediator --as guan
gives 6 'no say in centre v02' sites set v02 --name 别处 --as guan
gives 0 'v01  这里' sites set v01 --name 这里 --as guan
gives 6 'no say in centre' sites set v01 --parent '' --as guan
gives 6 'no say in centre town' sites add v09 --name 新处 --parent town --as guan
gives 0 'v09' sites add v09 --name 新处 --parent town --as he
gives 0 'guan .*changing people .*beyond the own centres' account attempts --as qian
# tokens
gives 2 'what the token is for' account token add wang --as he
gives 2 'within a year' account token add wang --name ledger --until 2036-01-01 --as he
token=$("$program" account token add wang --name ledger --json --as he | sed 's/.*"token":"\([0-9a-f]*\)".*/\1/')
same 'the length of a token' 64 ${#token}
gives 0 'wang .*ledger .*read ' account token --as he
gives 0 'until 2026-06-01 00:00' account token add li --name board --until 2026-05-31 --as he
for file in centre.db centre.db-wal; do
  [[ ! -f $file ]] || ! grep -q "$token" "$file" || fail "the token is in $file"
  [[ ! -f $file ]] || ! grep -q '柳树下的小石桥一二三' "$file" || fail "the password is in $file"
done
id=$("$program" account token list --json --as he | grep -o '"id":"[0-9a-f]*"' | head -1 | cut -d'"' -f4)
other=$("$program" account token list --json --as he | grep -o '"id":"[0-9a-f]*"' | tail -1 | cut -d'"' -f4)
gives 3 'no token "' account token revoke "$id" --as guan
gives 0 'is revoked' account token revoke "$id" --as he
gives 0 'is revoked' account token revoke "$other" --as he
gives 0 'no tokens' account token --as he
# what was refused can be read by those who look after it, each as far as they reach
gives 0 'guan .*administering accounts .*beyond the own centres \(sun\)' account attempts --as qian
gives 6 'may not do' account attempts --as wang
gives 0 'wang .*administering accounts .*not with this role' account attempts --as sun
# what administrators did, the newest first: each as far as they reach
gives 0 'he .*revoked a token .*wang .*ledger' account acts --as qian
gives 0 'he .*set a first password .*wang' account acts --as qian
gives 0 '撤销令牌' account acts --as qian --lang zh
gives 0 '"action":"add_token"' account acts --json --as qian
same 'what a village sees' '{"acts":[]}' "$("$program" account acts --json --as guan)"
gives 0 'nothing was done' account acts --as guan
gives 6 'may not do' account acts --as wang
gives 2 'no action "dance"' account dance --as he
finish
