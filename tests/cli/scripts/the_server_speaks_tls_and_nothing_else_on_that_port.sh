. "$(dirname "$0")/lib.sh"
# A certificate made here: the browser's side checks it, plain HTTP gets nothing, and the server goes on.
practice
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
  -addext subjectAltName=IP:127.0.0.1 -keyout centre.key -out centre.pem 2> /dev/null || fail 'no certificate was made'

gives 2 '--key' serve --listen 127.0.0.1:0 --certificate centre.pem
"$program" serve --listen 127.0.0.1:0 --certificate centre.pem --key centre.key 2> log & server=$!
port=
for ((n = 0; n < 2000 && ${#port} == 0; ++n)); do
  port=$(grep -os 'https://127.0.0.1:[0-9]*' log | cut -d: -f3)
  "$program" --version > /dev/null  # some milliseconds
done
[[ -n $port ]] || fail "no port was told: $(< log)"

# asked WORDS...: what the server answers to a request for its health, over TLS
asked() {
  printf 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' |
    openssl s_client -quiet -verify_quiet -verify_return_error -CAfile centre.pem -verify_ip 127.0.0.1 \
      -connect "127.0.0.1:$port" "$@" 2> said || true
}
healthy() { [[ $(asked "$@") == 'HTTP/1.1 '* ]]; }

healthy -tls1_3 || fail "TLS 1.3: $(< said)"
[[ $(asked -tls1_3) == *$'\nStrict-Transport-Security: max-age=31536000\r'* ]] || fail 'the browser is not told to keep to TLS'
healthy -tls1_2 || fail "TLS 1.2: $(< said)"
! healthy -tls1_1 -cipher 'DEFAULT@SECLEVEL=0' || fail 'TLS 1.1 is spoken'

exec 9<> "/dev/tcp/127.0.0.1/$port"
printf 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n' >&9 2> /dev/null || true  # closed after its first line already
plain=$(tr -d '\0' <&9 2> /dev/null)
exec 9>&-
[[ $plain != *HTTP/* ]] || fail "plain HTTP was answered: $plain"
healthy || fail "after plain HTTP: $(< said)"

kill "$server"
wait "$server" || fail 'the server did not end in good order'
finish
