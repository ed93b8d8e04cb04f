. "$(dirname "$0")/lib.sh"
unset MAOTIAO_DB
gives 0 '^maotiao [0-9]+\.[0-9]+\.[0-9]+$' --version
gives 0 'The process' --help
gives 0 '流程' --help --lang zh
gives 2 'Usage' 
gives 2 'no command "nonsense"' nonsense
gives 2 '"code":"usage"' nonsense --json
gives 0 'COMPREPLY' completion bash
gives 0 'compdef _maotiao maotiao' completion zsh
gives 0 "complete -c maotiao -n '__fish_seen_subcommand_from list' -l overdue" completion fish
gives 2 'bash, zsh, fish or man' completion ksh
printf '[hours]\nmon = ["08:30-12:00"]\nmon = ["08:30-12:00"]\n' > twice.toml
gives 2 'second time in line 3' due plan '2026-05-20 09:00' --site twice.toml
printf 'timezone = Asia\n' > wrong.toml
gives 2 '第 1 行无法读取：timezone = Asia$' due plan '2026-05-20 09:00' --site wrong.toml --lang zh
gives 0 'maotiao\(1\)' completion man
gives 0 'stateDiagram' process --format mermaid
gives 0 'digraph' process --format dot
gives 2 'no format' process --format nonsense
gives 2 'no database' show 1
gives 2 '没有指定数据库' show 1 --lang zh
gives 2 'is missing' show --db nowhere.db
gives 3 'no database nowhere.db' show 1 --db nowhere.db
finish
