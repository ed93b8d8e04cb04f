. "$(dirname "$0")/lib.sh"
unset MAOTIAO_DB
gives 0 '^maotiao [0-9]+\.[0-9]+\.[0-9]+$' --version
gives 0 'The process' --help
gives 0 '流程' --help --lang zh
gives 2 'Usage' 
gives 2 'no command "nonsense"' nonsense
gives 2 '"code":"usage"' nonsense --json
gives 0 'COMPREPLY' completion bash
gives 0 'maotiao\(1\)' completion man
gives 0 'stateDiagram' process --format mermaid
gives 0 'digraph' process --format dot
gives 2 'no format' process --format nonsense
gives 2 'no database' show 1
gives 2 '没有指定数据库' show 1 --lang zh
gives 2 'is missing' show --db nowhere.db
gives 3 'no database nowhere.db' show 1 --db nowhere.db
finish
