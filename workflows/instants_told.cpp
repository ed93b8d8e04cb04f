#include "workflows/instants_told.hpp"

#include "engine/mark.hpp"
#include "engine/time/site.hpp"
#include "engine/time/text.hpp"
#include "workflows/limit.hpp"

#include <algorithm>

namespace workflows {
namespace {

using engine::mark;

enum class Lies : std::uint8_t { Ahead, Behind };

struct Line {
  Event event;
  Field field;
  Lies lies;
};

// perform_by of an agreement that is written down late may be over already: it is measured from the signing.
constexpr Line table[] = {
    {Event::Plan, Field::NextAt, Lies::Ahead},       {Event::Session, Field::NextAt, Lies::Ahead},
    {Event::Suspend, Field::Expected, Lies::Ahead},  {Event::Pause, Field::Expected, Lies::Ahead},
    {Event::Schedule, Field::At, Lies::Ahead},       {Event::Invite, Field::Due, Lies::Ahead},
    {Event::Question, Field::Due, Lies::Ahead},      {Event::Agree, Field::PerformBy, Lies::Ahead},
    {Event::Perform, Field::PerformBy, Lies::Ahead}, {Event::Extend, Field::Until, Lies::Ahead},
    {Event::Sort, Field::PoliceAt, Lies::Behind},    {Event::Risk, Field::PoliceAt, Lies::Behind},
    {Event::Route, Field::ReceiptAt, Lies::Behind},  {Event::Agree, Field::SignedOn, Lies::Behind},
};

/// An extension gives more time, never less.
Instant end_of_mediation(const engine::CaseRecord& record) {
  Instant end;
  for (const engine::Deadline& deadline : record.deadlines)
    if (deadline.running() && deadline.name == name(Limit::Mediation)) end = std::max(end, deadline.due);
  return end;
}

/// When the dispute of this cycle broke out: at the arrival, or at the relapse, from which its plan is counted.
Instant outbreak(const Facts& facts, const engine::CaseRecord& record) {
  if (facts.cycle() == 1) return facts.arrived_at;
  for (const engine::Deadline& deadline : record.deadlines)
    if (deadline.name == name(Limit::Plan) && deadline.cycle == facts.cycle()) return deadline.start;
  return facts.arrived_at;
}

Instant ahead_of(const Told& told, const engine::Surroundings& around) {
  if (told.event == Event::Extend) return std::max(told.at, end_of_mediation(*around.record));
  return told.event == Event::Agree && told.has(Field::SignedOn) ? told.instant(Field::SignedOn) : told.at;
}

engine::Refusal refused(Field field, Event event, const char* message, std::string measure, const Facts& facts) {
  const auto fields = fields_of(event);
  const auto spec = std::ranges::find(fields, field, &FieldSpec::field);
  return {engine::Refusal::Kind::Field,
          "impossible_instant",
          message,
          {std::string(spec->name), std::move(measure)},
          {},
          facts.number,
          {}};
}

engine::Refusal refused(Field field, Event event, const char* message, Instant measure, const Facts& facts,
                        const engine::Surroundings& around) {
  const engine::Zone zone = around.site ? around.site->zone() : engine::Zone::utc();
  return refused(field, event, message, engine::format_instant(measure, zone), facts);
}

}  // namespace

std::optional<engine::Refusal> impossible_instant(const Told& told, const Facts& facts,
                                                  const engine::Surroundings& around) {
  if (told.assumed) return {};
  if (told.event == Event::Offer && told.has(Field::Limit) && told.number(Field::Limit) == 0)
    return refused(Field::Limit, told.event, mark("{0} must leave time to answer: a minute at least"), {}, facts);
  for (const Line& line : table) {
    if (line.event != told.event || !told.has(line.field)) continue;
    const Instant at = told.instant(line.field), start = ahead_of(told, around);
    if (line.lies == Lies::Ahead && at <= start)
      return refused(line.field, told.event, mark("{0} must lie after {1}: what is over cannot be a limit"), start,
                     facts, around);
    if (line.lies == Lies::Behind && at > told.at)
      return refused(line.field, told.event, mark("{0} must not lie after {1}, the instant of the step"), told.at,
                     facts, around);
  }
  if (told.event != Event::Agree || !told.has(Field::SignedOn)) return {};
  const Instant since = outbreak(facts, *around.record);
  if (told.instant(Field::SignedOn) >= since) return {};
  const char* message = facts.cycle() == 1 ? mark("{0} must not lie before {1}, when the case arrived")
                                           : mark("{0} must not lie before {1}, when the dispute broke out again");
  return refused(Field::SignedOn, told.event, message, since, facts, around);
}

}  // namespace workflows
