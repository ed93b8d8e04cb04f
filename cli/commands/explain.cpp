#include "cli/commands.hpp"
#include "cli/step.hpp"
#include "cli/step_words.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/answers/clock_explanation.hpp"

#include <algorithm>

namespace cli {
namespace {
using engine::mark;

// One word, two meanings in the field: 释法答复 is a step and takes its fields; without any of them the command reads.
std::vector<Option> options(std::string_view name) {
  auto options = step_options(*step_named(name));
  for (auto& option : options) {
    if (option.name != "case" && option.need == Option::Need::Required) option.need = Option::Need::Optional;
  }
  options.insert(options.begin() + 1, {"deadline", "DEADLINE", mark("explain how this limit came about, e.g. plan")});
  return options;
}

bool is_step(const Arguments& arguments) {
  const auto& fields = step_named("explain")->fields;
  return std::ranges::any_of(fields,
                             [&](const auto& field) { return arguments.has(option_word("explain", field.name)); });
}

using workflows::explained;

nlohmann::json as_json(const Session& session, const engine::Deadline& clock, const engine::Explanation& explanation,
                       const engine::Zone& zone) {
  return {{"deadline", clock.name},
          {"cycle", clock.cycle},
          {"rule", clock.rule},
          {"rule_version", clock.rule_version},
          {"start", engine::format_instant(clock.start, zone)},
          {"due", engine::format_instant(clock.due, zone)},
          {"calendar_revision", explanation.due.calendar_revision},
          {"explanation", explanation_json(session.language(), explanation, zone)}};
}

void print_clock(Session& session, const engine::Deadline& clock, const engine::Explanation& explanation,
                 const engine::Zone& zone) {
  const auto& language = session.language();
  auto& out = session.out();
  out.line(session.say(mark("{0}, cycle {1}: from {2} until {3} (rule {4} of {5})"),
                       deadline_word(language, clock.name), clock.cycle, at_words(clock.start, zone),
                       at_words(clock.due, zone), clock.rule, clock.rule_version));
  out.write(explanation_text(language, explanation, zone));
  if (explanation.due.at != clock.due) {
    out.line("  " +
             session.say(mark("it was judged by the calendar as it stood then: until {0}"), at_words(clock.due, zone)));
  }
}

int read(Session& session, const Arguments& arguments) {
  if (const auto exit = session.denied("explain_due")) return *exit;
  const auto record = session.find(arguments.text_or("case", ""), "explain_due");
  const auto wanted = arguments.text_or("deadline", "");
  auto clocks = nlohmann::json::array();
  bool any = false;
  session.read([&](engine::Reading&, const engine::World& world) {
    const auto& site = world.site_of(record.centre);
    for (const auto& clock : record.deadlines) {
      if (wanted.empty() ? !clock.standard : clock.name != wanted) continue;
      any = true;
      const auto explanation = explained(clock, site, session.desk().now());
      if (session.json()) {
        clocks.push_back(as_json(session, clock, explanation, site.zone()));
      } else {
        print_clock(session, clock, explanation, site.zone());
      }
    }
  });
  if (!any && !wanted.empty()) {
    throw Fault(engine::Error::Kind::NotFound, "no_such_deadline", mark("case {0} has no limit \"{1}\""), record.number,
                wanted);
  }
  if (session.json()) session.print({{"case", record.number}, {"deadlines", clocks}});
  return exit_done;
}

int run(Session& session, const Arguments& arguments) {
  return is_step(arguments) ? take_step(session, arguments) : read(session, arguments);
}

}  // namespace

const Command explain_command{options, "explain 1 plan", run};

}  // namespace cli
