#include "cli/help.hpp"

#include "cli/request.hpp"
#include "cli/step_sample.hpp"
#include "cli/step_words.hpp"
#include "cli/text.hpp"
#include "engine/mark.hpp"

#include <algorithm>
#include <iterator>

namespace cli {
namespace {
using engine::mark;

constexpr std::size_t page_width = 80;

std::string lines(std::string_view left, std::string_view right, std::size_t column) {
  std::string result = "  " + fit(left, std::max(column, width(left))) + "  ";
  const auto margin = width(result);
  const auto room = page_width > margin + 20 ? page_width - margin : 20;
  bool first = true;
  for (const auto& line : wrap(right, room)) {
    if (!first) result += std::string(margin, ' ');
    result += line + "\n";
    first = false;
  }
  return result;
}

std::string typed(const Option& option) {
  const bool named = option.name.starts_with("-");
  if (option.yes_no) return "--[no-]" + option.name.substr(2);
  std::string result = named ? option.name : std::string(option.value.empty() ? option.name : option.value);
  if (named && !option.value.empty()) result += " " + std::string(option.value);
  return result;
}

std::string in_usage(const Option& option) {
  const auto word = typed(option) + (option.need == Option::Need::Many ? " ..." : "");
  return option.need == Option::Need::Required ? " " + word : " [" + word + "]";
}

std::string usage(const Row& row, const std::vector<Option>& options) {
  std::string result = "maotiao " + std::string(row.name);
  for (const auto& option : options) {
    const bool always = !option.name.starts_with("-") || option.need == Option::Need::Required;
    if (always) result += in_usage(option);
  }
  return result;
}

std::string described(const Option& option, const Language& language) {
  auto text = language.translate(option.help);
  if (option.need == Option::Need::Required) text += language.translate(mark(" (required)"));
  if (option.need == Option::Need::Many && option.name.starts_with("-")) {
    text += language.translate(mark(" (may be given again)"));
  }
  return text;
}

std::string table_of(const std::vector<Option>& options, const Language& language) {
  std::size_t column = 0;
  for (const auto& option : options) column = std::max(column, std::min<std::size_t>(width(typed(option)), 26));
  std::string result;
  for (const auto& option : options) result += lines(typed(option), described(option, language), column);
  return result;
}

std::string example_of(const Row& row, const Language& language) {
  if (!row.command->example.empty()) return std::string(row.command->example);
  const auto* spec = step_named(row.name);
  const bool opens = spec->event == workflows::Event::Arrive;
  return step_sample(language, spec->name,
                     {.word = opens ? "" : "1",
                      .ahead = "2020-05-22 09:00",
                      .past = "2020-05-20 09:00",
                      .extended = "2020-07-20 17:30",
                      .person = "wang",
                      .another = "zhao",
                      .kind = "neighbour"});
}

std::string chapter(Group group, std::string_view title, const Language& language) {
  std::string result = "\n" + language.translate(title) + "\n";
  for (const auto& row : commands()) {
    if (row.group == group) result += lines(row.name, language.translate(summary_of(row)), 12);
  }
  return result;
}

}  // namespace

std::string help_page(const Language& language) {
  return language.translate(
             mark("maotiao (矛调) takes disputes through a two-level mediation centre and keeps its three "
                  "promises: reception in 30 minutes, a plan in 3 working days, a visit in 3 weeks.")) +
         "\n\n" + language.translate(mark("Usage: maotiao COMMAND [WORDS] [OPTIONS]")) + "\n" +
         chapter(Group::Process, mark("The process"), language) + chapter(Group::Reading, mark("Reading"), language) +
         chapter(Group::Centre, mark("The centre"), language) + "\n" +
         language.translate(mark("Options of every command")) + "\n" + table_of(common_options(), language) + "\n" +
         language.translate(mark("`maotiao COMMAND --help` shows one command with an example.")) + "\n";
}

std::string help_page(const Row& row, const Language& language) {
  const auto options = row.command->options(row.name);
  std::string page = "maotiao " + std::string(row.name) + " - " + language.translate(summary_of(row)) + "\n\n" +
                     language.say(mark("Usage: {0} [OPTIONS]"), usage(row, options)) + "\n\n";
  if (!options.empty()) page += table_of(options, language) + "\n";
  page += language.translate(mark("Options of every command")) + "\n" + table_of(common_options(), language);
  return page + "\n" + language.translate(mark("Example")) + "\n  maotiao " + example_of(row, language) + "\n";
}

}  // namespace cli
