#include "engine/trip.hpp"

#include "engine/counting.hpp"
#include "engine/error.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "engine/uuid.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace engine {
namespace {

Refusal stale(const CaseRecord& record) {
  return {Refusal::Kind::Conflict,
          "stale",
          mark("somebody was faster: the case has moved on to step {0}; look at it again and decide anew"),
          {std::to_string(record.revision)},
          {},
          record.number,
          {}};
}

Refusal in_the_future(const std::string& at, const std::string& now) {
  return {Refusal::Kind::Field,
          "in_the_future",
          mark("{0} has not come yet (it is {1}); say when it really happened"),
          {at, now},
          {},
          {},
          {}};
}

Refusal before_the_last_step(const std::string& at, const std::string& last) {
  return {Refusal::Kind::Field,
          "out_of_order",
          mark("the case had already moved on at {1}, after {0}; steps stand in the order in which they happened: "
               "write a note "
               "that says what happened then"),
          {at, last},
          {},
          {},
          {}};
}

std::string number_in(const std::string& format, int year, std::int64_t number) {
  try {
    return fmt::format(fmt::runtime(format), fmt::arg("year", year), fmt::arg("number", number));
  } catch (const fmt::format_error&) {
    throw Error(Error::Kind::Fault, "number_format",
                "the number format '" + format + "' cannot be used; write it with {year} and {number}");
  }
}

/// No case without an end: whatever is open waits for something that has a limit (field-lessons row 50). The processes
/// prove it; a case that would slip through is refused as a fault rather than forgotten.
void require_a_limit(const CaseRecord& record) {
  const auto& clocks = record.deadlines;
  if (record.open && std::none_of(clocks.begin(), clocks.end(), [](const Deadline& d) { return d.running(); }))
    throw Error(Error::Kind::Fault, "no_limit",
                "case " + record.number + " would be left in state '" + record.state + "' without any limit");
}

bool has_reason(const Happening& happening) {
  const auto reason = happening.fields.find("late_reason");
  return reason != happening.fields.end() && reason->is_string() && !reason->get_ref<const std::string&>().empty();
}

}  // namespace

Trip::Trip(Writing& writing, const Process& process, const World& world, Instant now, std::string centre)
    : writing_(writing), process_(process), world_(world), now_(now), centre_(std::move(centre)), case_(process) {}

Trip::Trip(Writing& writing, const Process& process, const World& world, Instant now, CaseRecord record)
    : writing_(writing),
      process_(process),
      world_(world),
      now_(now),
      centre_(record.centre),
      case_(process, std::move(record)) {}

const Site& Trip::site() const { return world_.site_of(centre_); }

Surroundings Trip::around() const { return {&world_.people(), &world_.centres(), &record(), &site()}; }

std::optional<Refusal> Trip::refused_before_judging(const Happening& happening) const {
  const Zone& zone = site().zone();
  if (happening.expected_revision && *happening.expected_revision != record().revision) return stale(record());
  if (happening.occurred_at > now_)
    return in_the_future(format_instant(happening.occurred_at, zone), format_instant(now_, zone));
  if (const Instant moved = last_moved(happening.occurred_at); happening.occurred_at < moved)
    return before_the_last_step(format_instant(happening.occurred_at, zone), format_instant(moved, zone));
  return {};
}

/// The instant that a step at `at` must not lie before. Notes and the like are looked through, which costs a reading of
/// the history where one is in the way, and only there.
Instant Trip::last_moved(Instant at) const {
  if (record().revision == 0) return at;
  if (at >= record().last_occurred_at) return record().last_occurred_at;
  Instant moved = record().arrived_at;
  for (const HistoryEntry& entry : writing_.history(record().id))
    if (!process_.stands_beside(entry.event)) moved = std::max(moved, entry.occurred_at);
  return moved;
}

/// A missed promise is never hidden: the late step is taken, but only with a reason (design section 4).
std::optional<Refusal> Trip::late_without_reason(const Step& step, const Happening& happening) const {
  if (happening.origin != Origin::Person || has_reason(happening)) return {};
  for (const ClockChange& change : step.clocks) {
    if (change.op != ClockChange::Op::Meet) continue;
    for (const Deadline& deadline : record().deadlines)
      if (deadline.standard && deadline.name == change.deadline && deadline.cycle == change.cycle &&
          change.at > deadline.due)
        return Refusal{Refusal::Kind::Guard,
                       "late_reason_needed",
                       mark("the {0} limit passed at {1}; the step can be taken late, but say why ({2})"),
                       {deadline.name, format_instant(deadline.due, site().zone()), "late_reason"},
                       "二三三",
                       record().number,
                       {}};
  }
  return {};
}

/// What every refusal has in common; one for lack of permission leaves its trace (design section 8).
Refusal Trip::refuse(Refusal refusal, const Happening& happening) {
  if (refusal.case_number.empty()) refusal.case_number = record().number;
  refusal.event = happening.event;
  if (refusal.kind == Refusal::Kind::NotPermitted)
    writing_.note_attempt({happening.actor.person, happening.event, record().number, refusal.code, now_});
  return refusal;
}

void Trip::take_numbers(const Step& step, Happening& happening) {
  if (step.numbers.empty()) return;
  const Centre* centre = world_.centre(centre_);
  if (centre == nullptr) throw Error(Error::Kind::NotFound, "no_centre", "there is no centre '" + centre_ + "'");
  const int year = int(std::chrono::year_month_day(site().zone().date(happening.occurred_at)).year());
  for (const NumberWish& wish : step.numbers) {
    const bool registering = wish.series == "register";
    const std::int64_t number = writing_.take_number(fmt::format("{}/{}/{}", wish.series, centre->id, year));
    happening.fields[wish.field] =
        number_in(registering ? centre->register_format : centre->mediation_format, year, number);
  }
}

std::vector<ClockEntry> Trip::count(const Step& step) const {
  std::vector<ClockEntry> clocks;
  clocks.reserve(step.clocks.size());
  for (const ClockChange& change : step.clocks) clocks.push_back(counted(change, process_, record().deadlines, site()));
  return clocks;
}

HistoryEntry Trip::append(const Step& step, const Happening& happening, const std::vector<ClockEntry>& clocks) {
  if (const Person* holder = world_.person(step.holder_after); holder != nullptr && !holder->centre.empty())
    centre_ = holder->centre;  // a case is where its holder is
  const bool first = record().revision == 0;
  HistoryEntry entry{first ? make_uuid(now_) : record().id,
                     record().revision + 1,
                     happening.event,
                     step.state_before,
                     step.state_after,
                     happening.occurred_at,
                     now_,
                     happening.actor.person,
                     centre_,
                     step.holder_after,
                     happening.origin,
                     now_ - happening.occurred_at > late_entry_after,
                     happening.fields.dump(),
                     to_text(clocks),
                     record().head,
                     {}};
  entry.hash = chain_hash(entry);
  case_.apply(entry, clocks);
  require_a_limit(record());
  writing_.append(entry);
  return entry;
}

std::variant<Taken, Refusal> Trip::step(Happening happening) {
  if (auto refusal = refused_before_judging(happening)) return refuse(*std::move(refusal), happening);
  Decision decision = matter().decide(happening, around());
  if (auto* refusal = std::get_if<Refusal>(&decision)) return refuse(std::move(*refusal), happening);
  auto& step = std::get<Step>(decision);
  if (auto refusal = late_without_reason(step, happening)) return refuse(*std::move(refusal), happening);
  take_numbers(step, happening);
  for (const Added& added : step.adds) happening.fields[added.field] = added.value;
  std::vector<ClockEntry> clocks = count(step);
  HistoryEntry entry = append(step, happening, clocks);
  return Taken{std::move(entry), std::move(clocks), std::move(step.tell), std::move(step.also)};
}

std::optional<Taken> Trip::recount(const Actor& actor, std::string_view why) {
  std::vector<ClockEntry> clocks;
  auto moved = nlohmann::json::array();
  for (const Deadline& deadline : record().deadlines) {
    auto entry = counted_again(deadline, process_, site(), std::max(now_, record().last_occurred_at));
    if (!entry) continue;
    moved.push_back({{"deadline", deadline.name},
                     {"cycle", deadline.cycle},
                     {"old_due", format_instant(deadline.due, site().zone())},
                     {"new_due", format_instant(entry->due, site().zone())},
                     {"calendar_revision", entry->calendar_revision}});
    clocks.push_back(std::move(*entry));
  }
  if (clocks.empty()) return {};
  Happening happening{"recount", {{"why", why}, {"moved", std::move(moved)}}, actor, now_, Origin::System, {}};
  Decision decision = matter().decide(happening, around());
  if (const auto* refusal = std::get_if<Refusal>(&decision))
    throw Error(Error::Kind::Fault, "recount_refused",
                "the limits of case " + record().number + " cannot be counted anew: " + refusal->code);
  HistoryEntry entry = append(std::get<Step>(decision), happening, clocks);
  return Taken{std::move(entry), std::move(clocks), {}, {}};
}

void Trip::store() { writing_.put_case(case_.project()); }

std::optional<Trip> Batch::find(std::string_view case_name) {
  auto record = writing_.find_case(case_name);
  if (!record) return {};
  return Trip(writing_, process_, world_, now_, std::move(*record));
}

}  // namespace engine
