#include "cli/manual.hpp"

#include "cli/commands.hpp"
#include "cli/request.hpp"
#include "engine/mark.hpp"

#include <iterator>
#include <string_view>

namespace cli {
namespace {
using engine::mark;

struct Line {
  const char* word;
  const char* message;
};

// clang-format off
constexpr Line environment[] = {
    {"MAOTIAO_DB",    mark("the database, as --db")},
    {"MAOTIAO_AS",    mark("who acts, as --as")},
    {"MAOTIAO_LANG",  mark("zh or en; then LC_ALL, LC_MESSAGES and LANG are heeded; Chinese if none asks for English")},
    {"MAOTIAO_NOW",   mark("the instant it is taken to be, in a practice database only")},
    {"MAOTIAO_LOG",   mark("what is logged on standard error: off, warn (the default), info, debug")},
    {"NO_COLOR",      mark("if set, no colours; they never carry a meaning alone")},
};
constexpr Line files[] = {
    {"/etc/maotiao/config.toml",             mark("db, as and lang for everybody on this machine")},
    {"$XDG_CONFIG_HOME/maotiao/config.toml", mark("the same for one user")},
};
constexpr Line exits[] = {
    {"0", mark("all was done")},
    {"1", mark("a fault of the machine, the file or the database")},
    {"2", mark("the words on the command line were wrong")},
    {"3", mark("the case, person, centre or file was not found")},
    {"4", mark("the step was refused, or somebody else was faster")},
    {"5", mark("the check found an overdue promise (with --fail-on-overdue)")},
    {"6", mark("the actor may not do this; the attempt has been recorded")},
    {"7", mark("the database is busy; nothing was changed, try again")},
};
// clang-format on

// scdoc gives a meaning to these; a backslash takes it away.
std::string plain(std::string_view text) {
  std::string result;
  for (const char letter : text) {
    if (std::string_view("\\_*#[]<>|.-~`").find(letter) != std::string_view::npos) result += '\\';
    result += letter == '\n' ? ' ' : letter;
  }
  return result;
}

std::string item(std::string_view word, std::string_view text, std::size_t depth) {
  const std::string margin(depth, '\t');
  return margin + "*" + plain(word) + "*\n" + margin + "\t" + plain(text) + "\n\n";
}

std::string option_text(const Option& option, const Language& language) {
  auto text = language.translate(option.help);
  if (option.need == Option::Need::Required) text += language.translate(mark(" (required)"));
  return text;
}

std::string option_name(const Option& option) {
  if (option.yes_no) return "--[no-]" + option.name.substr(2);
  if (!option.name.starts_with("-")) return std::string(option.value.empty() ? option.name : option.value);
  return option.name + (option.value.empty() ? "" : " " + std::string(option.value));
}

std::string command_text(const Row& row, const Language& language) {
  auto text = item("maotiao " + std::string(row.name), language.translate(summary_of(row)), 0);
  for (const auto& option : row.command->options(row.name)) {
    text += item(option_name(option), option_text(option, language), 1);
  }
  if (!row.command->example.empty()) text += "\t$ maotiao " + plain(row.command->example) + "\n\n";
  return text;
}

std::string chapter(Group group, std::string_view title, const Language& language) {
  auto text = "## " + language.translate(title) + "\n\n";
  for (const auto& row : commands()) {
    if (row.group == group) text += command_text(row, language);
  }
  return text;
}

template <class Lines>
std::string list(std::string_view title, const Lines& lines, const Language& language) {
  auto text = "# " + language.translate(title) + "\n\n";
  for (const auto& line : lines) text += item(line.word, language.translate(line.message), 0);
  return text;
}

}  // namespace

std::string manual(const Language& language) {
  auto text = std::string("maotiao(1)\n\n# ") + language.translate(mark("NAME")) + "\n\nmaotiao \\- " +
              plain(language.translate(mark("disputes through a two-level mediation centre, on time"))) + "\n\n# " +
              language.translate(mark("SYNOPSIS")) + "\n\n*maotiao* " +
              plain(language.translate(mark("COMMAND [WORDS] [OPTIONS]"))) + "\n\n# " +
              language.translate(mark("COMMANDS")) + "\n\n";
  text += chapter(Group::Process, mark("The process"), language) + chapter(Group::Reading, mark("Reading"), language) +
          chapter(Group::Centre, mark("The centre"), language);
  text += "# " + language.translate(mark("OPTIONS OF EVERY COMMAND")) + "\n\n";
  for (const auto& option : common_options()) text += item(option_name(option), option_text(option, language), 0);
  return text + list(mark("ENVIRONMENT"), environment, language) + list(mark("FILES"), files, language) +
         list(mark("EXIT STATUS"), exits, language);
}

}  // namespace cli
