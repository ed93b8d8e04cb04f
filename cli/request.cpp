#include "cli/request.hpp"

#include "cli/text.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"

#include <algorithm>
#include <deque>

#include <CLI/CLI.hpp>

namespace cli {
namespace {
using engine::mark;

constexpr std::size_t longest_word = 64U * 1024U;

bool is_option(const Option& option) { return option.name.starts_with("-"); }

void check(const std::string& word) {
  if (word.size() > longest_word) {
    throw wrong_words(mark("a word of {0} bytes is too long: at most {1} are taken"), word.size(), longest_word);
  }
  if (const auto bad = first_bad_byte(word)) {
    throw wrong_words(mark("byte {0} of \"{1}\" is not readable text (UTF-8 without control characters)"), *bad + 1,
                      cut(one_line(word), 40));
  }
}

// The first word that is neither a global option nor the value of one.
std::size_t command_place(std::span<const std::string> words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!words[at].starts_with("-")) return at;
    const auto takes_value = [&](const Option& option) { return option.name == words[at] && !option.value.empty(); };
    if (std::ranges::any_of(common_options(), takes_value)) ++at;
  }
  return words.size();
}

const Row& named(const std::string& word) {
  if (const auto* row = find_command(word)) return *row;
  throw wrong_words(mark("there is no command \"{0}\"; `maotiao --help` lists them"), cut(one_line(word), 40));
}

// Where CLI11 puts what it reads; a deque, because it keeps the addresses.
struct Place {
  const Option* option;
  Arguments* into;
  std::vector<std::string> values{};
  std::string flag{};
};

void declare(CLI::App& app, Place& place) {
  const auto& option = *place.option;
  const auto name = option.name == "--help" ? std::string("-h,--help") : option.name;
  if (is_option(option) && option.yes_no) {
    app.add_flag(name + "{yes},--no-" + name.substr(2) + "{no}", place.flag);
  } else if (is_option(option) && option.value.empty()) {
    app.add_flag(name + "{yes}", place.flag);
  } else if (is_option(option)) {
    app.add_option(name, place.values)
        ->allow_extra_args(false)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  } else {
    const bool many = option.need == Option::Need::Many;
    app.add_option(name, place.values)->allow_extra_args(many)->expected(many ? -1 : 1);
  }
}

void hand_over(const Place& place, const Request& request) {
  const auto& option = *place.option;
  if (!place.flag.empty()) place.into->add(option.name, place.flag);
  if (place.values.size() > 1 && option.need != Option::Need::Many) {
    throw wrong_words(mark("{0} was given twice"), option.name);
  }
  if (place.values.empty() && place.flag.empty() && option.need == Option::Need::Required) {
    throw wrong_words(mark("{0} is missing; `maotiao {1} --help` shows what the command takes"), option.name,
                      request.row->name);
  }
  for (const auto& value : place.values) place.into->add(option.name, value);
}

const Option* option_named(std::string_view name, const std::deque<Place>& places) {
  const auto is_meant = [&](const Place& place) {
    const auto& option = *place.option;
    return option.name == name || (option.yes_no && "--no-" + option.name.substr(2) == name);
  };
  const auto found = std::ranges::find_if(places, is_meant);
  return found == places.end() ? nullptr : found->option;
}

/// CLI11 would take --emergency=true for a value of its own and --channel= for none: said here, and in our words.
void check_values(std::span<const std::string> words, const std::deque<Place>& places) {
  for (std::size_t at = 0; at < words.size() && words[at] != "--"; ++at) {
    const auto equals = words[at].find('=');
    const auto* option = option_named(std::string_view(words[at]).substr(0, equals), places);
    if (option == nullptr || !is_option(*option)) continue;
    const bool has_value = equals != std::string::npos;
    if (option->yes_no || option->value.empty()) {
      if (has_value) throw wrong_words(mark("{0} stands alone and takes no value"), words[at].substr(0, equals));
    } else if (has_value ? equals + 1 == words[at].size() : ++at == words.size()) {
      throw wrong_words(mark("{0} needs a value after it"), option->name);
    }
  }
}

void parse(CLI::App& app, std::span<const std::string> words, std::string_view command) {
  std::vector<std::string> backwards(words.rbegin(), words.rend());  // as CLI11 takes them
  try {
    app.parse(backwards);
  } catch (const CLI::ExtrasError&) {
    const auto extra = app.remaining();
    throw wrong_words(mark("\"{0}\" does not belong here; `maotiao {1} --help` shows what the command takes"),
                      cut(one_line(extra.empty() ? std::string() : extra.front()), 40), command);
  } catch (const CLI::ParseError&) {
    throw wrong_words(mark("the words do not fit together; `maotiao {0} --help` shows what the command takes"),
                      command);
  }
}

}  // namespace

const std::vector<Option>& common_options() {
  static const std::vector<Option> options = {
      {"--db", "FILE", mark("the database (also MAOTIAO_DB)")},
      {"--as", "PERSON", mark("who acts (otherwise the login name)")},
      {"--json", "", mark("answer in JSON on standard output")},
      {"--lang", "zh|en", mark("the language (also MAOTIAO_LANG)")},
      {"--color", "WHEN", mark("auto, always or never (NO_COLOR is heeded)")},
      {"--help", "", mark("show this help")},
      {"--version", "", mark("show the version")},
  };
  return options;
}

Request read_request(std::span<const std::string> words) {
  std::ranges::for_each(words, check);
  Request request;
  std::vector<std::string> rest(words.begin(), words.end());
  const auto place = command_place(words);
  if (place < words.size()) {
    request.row = &named(words[place]);
    request.arguments = Arguments(words[place]);
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(place));
  }
  const auto own = request.row != nullptr ? request.row->command->options(request.row->name) : std::vector<Option>();
  std::deque<Place> places;
  for (const auto& option : common_options()) places.push_back({&option, &request.common});
  for (const auto& option : own) places.push_back({&option, &request.arguments});
  CLI::App app;
  app.set_help_flag();
  for (auto& each : places) declare(app, each);
  check_values(rest, places);
  parse(app, rest, request.row != nullptr ? request.row->name : "");
  const bool asks_help = !places[5].flag.empty();
  for (const auto& each : places) {
    if (!asks_help || each.into == &request.common) hand_over(each, request);
  }
  return request;
}

}  // namespace cli
