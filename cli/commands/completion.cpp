#include "cli/commands.hpp"
#include "cli/manual.hpp"
#include "cli/request.hpp"
#include "cli/session.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"

namespace cli {
namespace {
using engine::mark;

std::vector<Option> options(std::string_view) { return {{"shell", "bash", mark("the shell; only bash is known")}}; }

std::string words_of(const std::vector<Option>& options) {
  std::string words;
  for (const auto& option : options) {
    if (!option.name.starts_with("--")) continue;
    words += " " + option.name;
    if (option.yes_no) words += " --no-" + option.name.substr(2);
  }
  return words;
}

std::string script() {
  std::string names;
  std::string cases;
  for (const auto& row : commands()) {
    names += (names.empty() ? "" : " ") + std::string(row.name);
    cases +=
        "    " + std::string(row.name) + ") words=\"$common" + words_of(row.command->options(row.name)) + "\" ;;\n";
  }
  return "_maotiao() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} command= each words\n"
         "  local common=\"" +
         words_of(common_options()).substr(1) +
         "\"\n"
         "  local names=\"" +
         names +
         "\"\n"
         "  for each in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    case \" $names \" in *\" $each \"*) command=$each; break ;; esac\n"
         "  done\n"
         "  case $command in\n"
         "    '') words=\"$names $common\" ;;\n" +
         cases +
         "  esac\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "  [[ ${#COMPREPLY[@]} -gt 0 ]] || COMPREPLY=($(compgen -f -- \"$current\"))\n"
         "}\n"
         "complete -F _maotiao maotiao\n";
}

int run(Session& session, const Arguments& arguments) {
  const auto shell = arguments.text_or("shell", "bash");
  if (shell == "man") {
    session.out().write(manual(session.language()));
    return exit_done;
  }
  if (shell != "bash") throw wrong_words(mark("there is no completion for \"{0}\": bash or man"), shell);
  session.out().write(script());
  return exit_done;
}

}  // namespace

const Command completion_command{options, "completion bash > /etc/bash_completion.d/maotiao", run};

}  // namespace cli
