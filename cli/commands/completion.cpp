#include "cli/commands.hpp"
#include "cli/manual.hpp"
#include "cli/request.hpp"
#include "cli/session.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"

namespace cli {
namespace {
using engine::mark;

std::vector<Option> options(std::string_view) {
  return {{"shell", "bash|zsh|fish", mark("the shell; bash when left out")}};
}

std::string words_of(const std::vector<Option>& options) {
  std::string words;
  for (const auto& option : options) {
    if (!option.name.starts_with("--")) continue;
    words += " " + option.name;
    if (option.yes_no) words += " --no-" + option.name.substr(2);
  }
  return words;
}

std::string all_names() {
  std::string names;
  for (const auto& row : commands()) names += (names.empty() ? "" : " ") + std::string(row.name);
  return names;
}

/// A branch of `case` for each command; what may stand everywhere is in $common.
std::string branches() {
  std::string cases;
  for (const auto& row : commands())
    cases +=
        "    " + std::string(row.name) + ") choices=\"$common" + words_of(row.command->options(row.name)) + "\" ;;\n";
  return cases;
}

std::string known_words() {
  return "  local common=\"" + words_of(common_options()).substr(1) + "\"\n  local names=\"" + all_names() + "\"\n";
}

std::string choosing() {
  return "  case $command in\n"
         "    '') choices=\"$names $common\" ;;\n" +
         branches() + "  esac\n";
}

std::string bash_script() {
  return "_maotiao() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} command= each choices\n" +
         known_words() +
         "  for each in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    case \" $names \" in *\" $each \"*) command=$each; break ;; esac\n"
         "  done\n" +
         choosing() +
         "  COMPREPLY=($(compgen -W \"$choices\" -- \"$current\"))\n"
         "  [[ ${#COMPREPLY[@]} -gt 0 ]] || COMPREPLY=($(compgen -f -- \"$current\"))\n"
         "}\n"
         "complete -F _maotiao maotiao\n";
}

/// Works as a file of $fpath and when it is read with `source`.
std::string zsh_script() {
  return "#compdef maotiao\n"
         "_maotiao() {\n"
         "  local command= each choices\n" +
         known_words() +
         "  for each in \"${(@)words[2,CURRENT-1]}\"; do\n"
         "    case \" $names \" in *\" $each \"*) command=$each; break ;; esac\n"
         "  done\n" +
         choosing() +
         "  compadd -- ${=choices} || _files\n"
         "}\n"
         "if [ \"$funcstack[1]\" = _maotiao ]; then _maotiao \"$@\"; else compdef _maotiao maotiao; fi\n";
}

/// Between single quotes fish knows two escapes.
std::string fish_text(std::string_view text) {
  std::string quoted = "'";
  for (const char letter : text) {
    if (letter == '\'' || letter == '\\') quoted += '\\';
    quoted += letter;
  }
  return quoted + "'";
}

std::string fish_options(const Language& language, const std::vector<Option>& options, const std::string& where) {
  std::string lines;
  for (const auto& option : options) {
    if (!option.name.starts_with("--")) continue;
    const auto name = option.name.substr(2);
    const std::string start = "complete -c maotiao" + where + " -l ";
    lines += start + name + (option.yes_no || option.value.empty() ? "" : " -r") + " -d " +
             fish_text(language.translate(option.help)) + "\n";
    if (option.yes_no) lines += start + "no-" + name + "\n";
  }
  return lines;
}

std::string fish_script(const Language& language) {
  auto script = fish_options(language, common_options(), "");
  for (const auto& row : commands()) {
    const std::string name(row.name);
    script += "complete -c maotiao -f -n __fish_use_subcommand -a " + name + "\n" +
              fish_options(language, row.command->options(row.name), " -n '__fish_seen_subcommand_from " + name + "'");
  }
  return script;
}

std::string script_for(std::string_view shell, const Language& language) {
  if (shell == "bash") return bash_script();
  if (shell == "zsh") return zsh_script();
  if (shell == "fish") return fish_script(language);
  if (shell == "man") return manual(language);
  throw wrong_words(mark("there is no completion for \"{0}\": bash, zsh, fish or man"), shell);
}

int run(Session& session, const Arguments& arguments) {
  session.out().write(script_for(arguments.text_or("shell", "bash"), session.language()));
  return exit_done;
}

}  // namespace

const Command completion_command{options, "completion bash > /etc/bash_completion.d/maotiao", run};

}  // namespace cli
