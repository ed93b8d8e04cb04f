. "$(dirname "$0")/lib.sh"
cat > centre.toml <<'T'
organisation = "甲镇矛调中心"
[[centre]]
id = "town"
name = "甲镇矛调中心"
register_format = "甲镇矛调〔{year}〕{number:04}号"
mediation_format = "({year})甲镇人调字第{number}号"
[[person]]
id = "zhang"
name = "张某某"
centre = "town"
roles = ["receptionist", "director"]
T
gives 0 '1 centres, 1 people' init --config centre.toml
gives 0 '张某某' people --as zhang
at '2020-05-20 09:00'
gives 4 'practice database only' people --as zhang
gives 4 '只能设定练习用数据库' people --as zhang --lang zh
unset MAOTIAO_NOW
gives 6 'not on the roster' list
sed 's/{number:04}//' centre.toml > wrong.toml
gives 2 'must hold' init --config wrong.toml --db other.db
sed 's/"director"/"emperor"/' centre.toml > wrong.toml
gives 2 'no role "emperor"' init --config wrong.toml --db other.db
[[ ! -e other.db ]] || fail 'a wrong file leaves no database'
gives 2 'say who the centre is' init --db other.db
finish
