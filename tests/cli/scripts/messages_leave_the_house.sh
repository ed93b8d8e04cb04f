. "$(dirname "$0")/lib.sh"
practice
export no_proxy=127.0.0.1
gives 0 'nothing leaves this house' notify --as he
gives 0 '"channels":\[\]' notify --json --as he
echo madeup > key
chmod 644 key
# a secret that others can read is refused, and so is an address that would carry it in the clear
gives 4 'open to other users' notify add duty --kind wecom --secret-file key --for role:supervisor --as he
chmod 600 key
gives 2 'over https' notify add duty --kind webhook --url http://192.0.2.1/ --secret-file key --for '*' --as he
gives 2 'belong into the address' notify add duty --kind webhook --url 'https://192.0.2.1/?key=1' --secret-file key --for '*' --as he
gives 2 'link-local' notify add duty --kind webhook --url http://169.254.169.254/ --secret-file key --for '*' --plain --as he
gives 2 'TOKEN SECRET for dingtalk' notify add duty --kind dingtalk --secret-file key --for '*' --as he
gives 2 'person of the roster' notify add duty --kind wecom --secret-file key --for nobody --as he
gives 2 'say with --for' notify add duty --kind wecom --secret-file key --as he
gives 2 'HH:MM-HH:MM' notify add duty --kind wecom --secret-file key --for '*' --quiet evening --as he
gives 2 'no kind of channel' notify add duty --kind pigeon --secret-file key --for '*' --as he
# set up, shown without its secret, and tried on a port where nobody listens
gives 0 'duty is set up' notify add duty --kind webhook --url http://127.0.0.1:1/hook --secret-file key --for role:supervisor --for wang --quiet 21:30-07:15 --as he
gives 2 'there already' notify add duty --kind wecom --secret-file key --for '*' --as he
gives 0 'duty .*webhook .*127\.0\.0\.1 .*role:supervisor, wang .*21:30-07:15' notify --as he
gives 1 '127\.0\.0\.1 did not take the test message of the channel duty: ' notify test duty --as he
gives 1 'the receiver cannot be reached \(' notify test duty --as he
gives 1 '无法连接接收方（' notify test duty --as he --lang zh
gives 1 '"error":"无法连接接收方（[A-Z]' notify test duty --as he --lang zh --json
gives 3 'no channel "other"' notify test other --as he
out=$("$program" notify --json --as he)
[[ $out != *madeup* && $out != *"$work/key"* && $out != */hook* ]] || fail "a secret or an address is shown: $out"
grep -q madeup centre.db centre.db-wal 2> /dev/null && fail 'the secret is in the database'
# who looks after the centre sees and resends; who sets up is the administrator
gives 0 'no message was given up' notify dead --as qian
gives 3 'no message abc was given up' notify resend abc --as qian
gives 0 '"resent":0' notify resend all --json --as qian
gives 6 'may not do' notify test duty --as qian
gives 6 'may not do' notify --as wang
gives 6 'may not do' notify remove duty --as wang
gives 0 'duty is removed' notify remove duty --as he
same 'both are in the audit trail' 'remove_channel duty webhook 127.0.0.1 add_channel duty webhook 127.0.0.1 ' \
  "$("$program" account acts --json --as qian | grep -o '"action":"[a-z]*_channel"[^}]*"detail":"[^"]*"' |
    sed 's/"action":"\([a-z_]*\)".*"detail":"\([^"]*\)"/\1 \2/' | tr '\n' ' ')"
gives 0 'removed a channel' account acts --as qian
gives 0 'nothing leaves this house' notify --as he
gives 2 'no action "dance"' notify dance --as he
finish
