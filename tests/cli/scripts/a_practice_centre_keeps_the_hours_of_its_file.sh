. "$(dirname "$0")/lib.sh"
cat > hours.toml <<'E'
timezone = "Asia/Shanghai"
reception.clock = "open"
[hours]
mon = ["09:00-12:00", "14:00-17:00"]
E
gives 0 '3 centres, 13 people' init --practice --config hours.toml
at '2020-05-18 11:50'
gives 0 'reception: until 2020-05-18 14:20' arrive --channel visit --party 张某某 --about 邻里漏水
gives 0 'reception: until 2020-05-18 14:20' arrive --as feng --channel visit --party 李某 --about 邻里漏水
printf 'timezone = "Asia/Nowhere"\n' > wrong.toml
gives 2 'Asia/Nowhere' init --practice --config wrong.toml --db other.db
[[ ! -e other.db ]] || fail 'a wrong file leaves no database'
finish
