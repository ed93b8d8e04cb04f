#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"

#include <functional>
#include <set>
#include <string>

namespace cli {
namespace {
using engine::mark;
using Visit = std::function<bool(const engine::CaseRecord&)>;

std::vector<Option> options(std::string_view) {
  return {
      {"--overdue", "", mark("only cases with a limit that has passed")},
      {"--due-soon", "", mark("only cases with a limit that will pass soon")},
      {"--mine", "", mark("only cases that I hold")},
      {"--state", "STATE", mark("only cases in this state")},
      {"--centre", "CENTRE", mark("only cases of this centre")},
      {"--type", "TYPE", mark("only cases of this type")},
      {"--all", "", mark("closed cases too")},
  };
}

std::string known_state(const std::string& word) {
  const auto state = state_name(word);
  if (state || word.empty()) return state.value_or("");
  throw wrong_words(mark("there is no state \"{0}\": {1}"), word, state_names());
}

std::string known_kind(const std::string& word) {
  if (word.empty() || is_kind(word)) return word.empty() ? word : kind_code(word);
  throw wrong_words(mark("there is no type of dispute \"{0}\""), word);
}

std::string known_centre(Session& session, const std::string& word) {
  session.read([&](engine::Reading&, const engine::World& world) {
    if (word.empty() || world.centre(word) != nullptr) return;
    throw Fault(engine::Error::Kind::NotFound, "no_such_centre",
                mark("there is no centre \"{0}\"; `maotiao sites` lists them"), word);
  });
  return word;
}

engine::CaseFilter filter_of(Session& session, const Arguments& arguments) {
  engine::CaseFilter filter;
  filter.state = known_state(arguments.text_or("--state", ""));
  filter.centre = known_centre(session, arguments.text_or("--centre", ""));
  filter.kind = known_kind(arguments.text_or("--type", ""));
  if (arguments.has("--mine")) filter.holder = session.actor().person;
  filter.open_only = !arguments.has("--all") && filter.state.empty();
  return filter;
}

bool fits(const engine::CaseRecord& record, const engine::CaseFilter& filter) {
  const auto same = [](const std::string& wish, const std::string& is) { return wish.empty() || wish == is; };
  return same(filter.state, record.state) && same(filter.centre, record.centre) && same(filter.kind, record.kind) &&
         same(filter.holder, record.holder);
}

// Only what is warned about is read, so that the cost follows what is due.
void each_urgent(engine::Reading& reading, const engine::CaseFilter& filter, engine::Instant now, bool overdue,
                 bool soon, const Visit& visit) {
  std::vector<std::string> names;
  std::set<std::string> seen;
  reading.each_warned(now, [&](const engine::DeadlineRow& row) {
    const bool passed = now > row.deadline.due;
    if ((passed ? overdue : soon) && seen.insert(row.case_id).second) names.push_back(row.case_id);
    return true;
  });
  for (const auto& name : names) {
    const auto record = reading.find_case(name);
    if (record && fits(*record, filter) && !visit(*record)) return;
  }
}

std::vector<std::string> row_of(Session& session, const engine::World& world, const engine::CaseRecord& record) {
  const auto& language = session.language();
  const auto* holder = world.person(record.holder);
  const auto* next = next_deadline(record);
  const auto& zone = world.site_of(record.centre).zone();
  return {record.number,
          state_word(language, record.state),
          holder == nullptr ? record.holder : holder->name,
          kind_word(language, record.kind),
          next == nullptr ? "" : deadline_word(language, next->name),
          next == nullptr ? "" : at_words(next->due, zone),
          next == nullptr ? "" : distance_words(language, next->due, session.desk().now())};
}

std::vector<std::string> heading(const Language& language) {
  return {language.translate(mark("Case")),    language.translate(mark("State")), language.translate(mark("Holder")),
          language.translate(mark("Type")),    language.translate(mark("Limit")), language.translate(mark("Until")),
          language.translate(mark("How long"))};
}

int run(Session& session, const Arguments& arguments) {
  const auto filter = filter_of(session, arguments);
  const bool overdue = arguments.has("--overdue");
  const bool soon = arguments.has("--due-soon");
  std::vector<std::vector<std::string>> rows;
  bool first = true;
  if (session.json()) session.out().write("{\"cases\":[");
  session.read([&](engine::Reading& reading, const engine::World& world) {
    const auto sight = session.desk().sight(reading, session.actor());
    const Visit visit = [&](const engine::CaseRecord& record) {
      if (!sight.sees(record)) return true;
      if (session.json()) {
        session.out().write(first ? "\n" : ",\n");
        session.out().write(case_json(record, world.site_of(record.centre).zone()).dump());
      } else {
        rows.push_back(row_of(session, world, record));
      }
      first = false;
      return true;
    };
    if (overdue || soon) return each_urgent(reading, filter, session.desk().now(), overdue, soon, visit);
    reading.each_case(filter, visit);
  });
  if (session.json()) {
    session.out().line("\n]}");
  } else if (rows.empty()) {
    session.out().line(session.say(mark("no such cases")));
  } else {
    session.out().write(draw_table(heading(session.language()), rows));
  }
  return exit_done;
}

}  // namespace

const Command list_command{options, "list --overdue --centre town", run};

}  // namespace cli
