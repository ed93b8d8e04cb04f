. "$(dirname "$0")/lib.sh"
# A person without the right to write the database reads it, whatever state its log is in, and writes nothing.
if [[ $EUID != 0 ]]; then
  echo 'skipped: only root can act as another user'
  exit 0
fi
shopt -s nullglob
mkdir -m 755 'a house#1%'
chmod 755 "$work"
export MAOTIAO_DB=$work/'a house#1%/centre.db'
practice
at '2020-05-20 09:00'
"$program" arrive --channel visit --party 张某某 --about 邻里漏水 > /dev/null || fail arrive
writer=$program
cp "$program" reader && chmod 755 reader

# reads CODE PATTERN WORDS...: as `gives`, but by a person who may only read
reads() {
  program=as_nobody gives "$@"
}
as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$work/reader" "$@"; }
reads_all() {
  reads 0 '0001' show 1
  reads 0 '0001' list
  reads 0 'arrive' history 1
  reads 0 'reception' explain 1 reception
  reads 0 'reception' deadlines
  reads 0 'nothing was alerted' check
  reads 0 '' report --from 2020-05-01 --to 2020-05-31
  reads 0 '1 cases, 1 entries' verify
  reads 0 'arrive' export
  reads 0 'receive' next 1
}
beside() { printf '%s\n' "$MAOTIAO_DB"*; }

chmod 640 "$MAOTIAO_DB-lock"
before=$(beside)
reads_all
reads 1 'can only be read by this user' receive 1
reads 1 '"code":"read_only"' receive 1 --json
reads 1 '此用户只能读取数据库' receive 1 --lang zh_CN
reads 1 'a server has to write' serve --no-web
reads 6 'may not do' people add nobody --name 某某 --centre town --role mediator --as wang
same 'nothing was made beside the database' "$before" "$(beside)"

# the log is not read in and nobody has it open
rm "$MAOTIAO_DB-shm"
reads 1 'Let such a person run maotiao verify' show 1
"$writer" verify > /dev/null || fail verify
reads 0 '0001' show 1

# a copy that was made by `backup` and put in its place: no log at all
"$writer" backup copy.db > /dev/null || fail backup
rm "$MAOTIAO_DB"*
cp copy.db "$MAOTIAO_DB"
chmod 644 "$MAOTIAO_DB"
reads_all
reads 1 'can only be read by this user' receive 1
same 'a reader leaves nothing beside the database' "$MAOTIAO_DB" "$(beside)"

# the folder belongs to the reader, the file does not: sidecars of the reader would lock the owner out
chmod 777 "${MAOTIAO_DB%/*}"
reads_all
same 'nor where the folder would let it' "$MAOTIAO_DB" "$(beside)"
chmod 755 "${MAOTIAO_DB%/*}"

# beside somebody who writes
"$writer" receive 1 > /dev/null || fail receive
unset MAOTIAO_NOW
"$writer" serve --no-web 2> log & server=$!
for ((n = 0; n < 2000; ++n)); do "$writer" health > /dev/null && break; done
export MAOTIAO_NOW='2020-05-20 09:00'
reads 0 '2 entries' verify
kill "$server"
wait "$server"
reads 0 '2 entries' verify
finish
