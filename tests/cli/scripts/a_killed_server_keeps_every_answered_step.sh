. "$(dirname "$0")/lib.sh"
# The server is killed again and again, after few and after many steps, while several programs send it more. What was answered is there
# after the next start; a repeated key gets the same answer and makes no second step.
export LC_ALL=C  # lengths in bytes
practice
at '2026-05-20 09:00'  # the clock stands, so that one and the same step is answered in the same words
export MAOTIAO_AS=practice
token=$("$program" account token add practice --name kill --write | head -1)
rounds=8 senders=3

# asked PORT TARGET KEY BODY [HEADER]: what the server answers, empty if it was cut off
asked() {
  local line answer length
  exec {line}<> "/dev/tcp/127.0.0.1/$1" || return
  printf 'POST /api/v1/cases%s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer %s\r\n%sIdempotency-Key: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
    "$2" "$token" "${5:-}" "$3" ${#4} "$4" >&"$line"
  answer=$(cat <&"$line")
  exec {line}>&-
  [[ $answer =~ Content-Length:\ ([0-9]+) ]] && length=${BASH_REMATCH[1]} || return
  [[ $(lengthy "$answer") == "$length" ]] && printf '%s' "$answer"
}
body() { printf '%s' "${1#*$'\r\n\r\n'}"; }
lengthy() { local said=${1#*$'\r\n\r\n'}; printf '%d' ${#said}; }
status() { local line=${1%%$'\r\n'*}; printf '%s' "${line#* }"; }

# The two steps of one key: somebody arrives, and is received.
arrive() { asked "$1" '' "arrive-$2" '{"fields":{"channel":"visit","party":"张某某","about":"key-'"$2"'"}}'; }
receive() { asked "$1" "/$3/steps/receive" "receive-$2" '{"fields":{}}' $'If-Match: "1"\r\n'; }
id_in() { [[ $1 =~ Location:\ /api/v1/cases/([0-9a-f-]+) ]] && printf '%s' "${BASH_REMATCH[1]}"; }

# kept WHICH KEY ANSWER: on disk, whole or not at all
kept() { printf '%s\n%s' "$(status "$3")" "$(body "$3")" > "part-$2" && mv "part-$2" "$1-$2"; }

# sends PORT NAME: step after step, until the server is gone
sends() {
  local n key first second
  for ((n = 0; n < 400; ++n)); do
    key=$2-$n
    : > "sent-$key"
    first=$(arrive "$1" "$key") && [[ -n $first ]] || return
    kept arrived "$key" "$first"
    second=$(receive "$1" "$key" "$(id_in "$first")") && [[ -n $second ]] || return
    kept received "$key" "$second"
  done
}

serve() {
  rm -f log
  "$program" serve --listen 127.0.0.1:0 2> log & server=$!
  port=
  for ((n = 0; n < 4000 && ${#port} == 0; ++n)); do
    port=$(grep -os 'http://127.0.0.1:[0-9]*' log | cut -d: -f3)
    "$program" --version > /dev/null  # some milliseconds
  done
  [[ -n $port ]] || fail "no port was told: $(< log)"
}
answered() { find . -name 'arrived-*' -o -name 'received-*' | wc -l; }

compare() {
  [[ -f $1-$2 ]] || { cut=$((cut + 1)); return; }
  repeated=$((repeated + 1))
  local before now
  before=$(< "$1-$2") now=$(printf '%s\n%s' "$(status "$3")" "$(body "$3")")
  same "the answer to $1 $2" "$before" "$now"
}

for ((round = 0; round < rounds; ++round)); do
  enough=$(($(answered) + 1 + 7 * round))
  serve
  workers=()
  for ((sender = 0; sender < senders; ++sender)); do
    sends "$port" "$round-$sender" 2> /dev/null & workers+=($!)
  done
  for ((n = 0; n < 10000 && $(answered) < enough; ++n)); do continue; done
  kill -9 "$server"
  wait "${workers[@]}" "$server" 2> /dev/null
done

# Everything is sent once more. What was answered is answered in the same words.
serve
repeated=0 cut=0
for sent in sent-*; do
  key=${sent#sent-}
  first=$(arrive "$port" "$key")
  second=$(receive "$port" "$key" "$(id_in "$first")")
  same "a case for $key" '201 Created' "$(status "$first")"
  same "a reception for $key" '200 OK' "$(status "$second")"
  compare arrived "$key" "$first"
  compare received "$key" "$second"
done
kill "$server"
wait "$server" || fail 'the server did not end in good order'

gives 0 'bad cases: 0' verify
"$program" export > history.jsonl || fail export
all=$(find . -name 'sent-*' | wc -l)
same 'every key has arrived once' "$all" "$(grep -c '"event":"arrive"' history.jsonl)"
same 'no key has arrived twice' "$all" "$(grep -o '"about":"key-[0-9-]*"' history.jsonl | sort -u | wc -l)"
same 'every key is received once' "$all" "$(grep -c '"event":"receive"' history.jsonl)"
[[ $repeated -gt $rounds ]] || fail "only $repeated steps were answered before a kill"
[[ $cut -gt 0 ]] || fail 'no step was ever cut off'
echo "$all keys, $repeated answered steps repeated, $cut cut off"
finish
