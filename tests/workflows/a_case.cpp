#include "tests/workflows/a_case.hpp"

#include "engine/clock_text.hpp"
#include "engine/time/text.hpp"
#include "workflows/dispute_process.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace workflows_tests {
namespace {

const engine::Process& process() {
  static const auto one = workflows::make_dispute_process();
  return *one;
}

engine::Person person(std::string id, std::string unit, std::vector<std::string> roles, bool head = false) {
  engine::Person made;
  made.id = std::move(id);
  made.name = made.id;
  made.centre = "town";
  made.unit = std::move(unit);
  made.roles = std::move(roles);
  made.head = head;
  return made;
}

std::vector<engine::Person> staff() {
  return {person("rec", "hall", {"receptionist", "sorter", "calmer"}),
          person("med", "committee", {"mediator"}, true),
          person("med2", "committee", {"mediator"}),
          person("lia", "labour office", {"liaison"}),
          person("chief", "labour office", {"liaison"}, true),
          person("dir", "centre", {"director"}, true),
          person("sup", "centre", {"supervisor"}),
          person("vis", "centre", {"visitor"}),
          person("arc", "centre", {"archivist"})};
}

const engine::Instant start = engine::parse_instant("2020-05-20T09:00:00+08:00", engine::Zone::utc());

}  // namespace

ACase::ACase() : people(staff()), matter_(process().fresh()) {
  engine::Centre town;
  town.id = "town";
  centres.push_back(town);
  record_.centre = "town";
}

std::string ACase::at(int hour) const { return engine::format_utc(start + std::chrono::hours(hour)); }

engine::Happening ACase::happening(const std::string& event, Json fields, const std::string& who) const {
  engine::Happening made;
  made.event = event;
  made.fields = std::move(fields);
  made.actor = {who, "town", {}};
  for (const engine::Person& one : people)
    if (one.id == who) made.actor.roles = one.roles;
  made.occurred_at = start + std::chrono::hours(hours);
  made.origin = origin;
  return made;
}

engine::Decision ACase::tell(const std::string& event, Json fields, const std::string& who) {
  return matter_->decide(happening(event, std::move(fields), who), around());
}

std::string ACase::refused(const std::string& event, Json fields, const std::string& who) {
  const auto decision = tell(event, std::move(fields), who);
  const auto* refusal = std::get_if<engine::Refusal>(&decision);
  return refusal ? refusal->code : "";
}

engine::Step ACase::take(const std::string& event, Json fields, const std::string& who) {
  ++hours;
  const engine::Happening told = happening(event, std::move(fields), who);
  auto decision = matter_->decide(told, around());
  if (const auto* refusal = std::get_if<engine::Refusal>(&decision))
    FAIL(event << " was refused: " << refusal->code << " " << refusal->message << " "
               << (refusal->args.empty() ? "" : refusal->args[0]));
  const auto& step = std::get<engine::Step>(decision);
  fold(step, told);
  return step;
}

void ACase::fold(const engine::Step& step, const engine::Happening& told) {
  engine::HistoryEntry entry;
  entry.seq = ++record_.revision;
  entry.event = told.event;
  entry.state_before = step.state_before;
  entry.state_after = step.state_after;
  entry.occurred_at = entry.recorded_at = told.occurred_at;
  entry.actor = told.actor.person;
  entry.holder = step.holder_after;
  Json fields = told.fields;
  for (const engine::NumberWish& wish : step.numbers)
    fields[wish.field] = fmt::format("{}-{}", wish.series, record_.revision);
  for (const engine::Added& added : step.adds) fields[added.field] = added.value;
  entry.fields = fields.dump();
  for (const engine::ClockChange& change : step.clocks) {
    engine::ClockEntry clock;
    constexpr engine::ClockEntry::Op ops[] = {engine::ClockEntry::Op::Start, engine::ClockEntry::Op::Meet,
                                              engine::ClockEntry::Op::Stop, engine::ClockEntry::Op::Pause,
                                              engine::ClockEntry::Op::Resume};
    clock.op = ops[static_cast<std::size_t>(change.op)];
    clock.deadline = change.deadline;
    clock.cycle = change.cycle;
    clock.at = change.at;
    clock.due = change.at + std::chrono::days(1);
    clock.rule = engine::to_text(change.rule);
    engine::fold(record_.deadlines, clock);
  }
  if (entry.seq == 1) record_.arrived_at = entry.occurred_at;
  matter_->apply(entry);
  record_.state = entry.state_after;
  record_.holder = entry.holder;
  record_.last_occurred_at = entry.occurred_at;
  record_.id = "case-1";
  matter_->project(record_);
}

std::vector<std::string> ACase::running() const {
  std::vector<std::string> names;
  for (const engine::Deadline& deadline : record_.deadlines)
    if (deadline.running()) names.push_back(deadline.name);
  return names;
}

ACase& ACase::arrived() {
  take("arrive", {{"channel", "visit"}, {"party", "张某某"}, {"respondents", {"李某"}}, {"about", "排水"}}, "rec");
  return *this;
}
ACase& ACase::received() {
  arrived().take("receive", {{"receiver", "med"}}, "rec");
  return *this;
}
ACase& ACase::sorted(const std::string& type) {
  received().take("sort", {{"type", type}, {"duplicate_checked", true}});
  return *this;
}
ACase& ACase::entered() {
  sorted().take("enter", {{"safety", "safe"}, {"skipped", "来人平静"}});
  return *this;
}
ACase& ACase::planned(const std::vector<std::string>& branches) {
  entered().take("plan", {{"branches", branches}, {"responsible", "med"}, {"next_at", at(48)}, {"told_how", "face"}});
  return *this;
}
ACase& ACase::mediating() {
  planned().take("consent", {{"all", true}});
  take("accept", {{"mediator", "med"}, {"rights_told", true}});
  return *this;
}
ACase& ACase::resolved() {
  mediating().take("agree",
                   {{"form", "oral"}, {"content", "李某当场清理排水沟"}, {"performed", true}, {"no_document", true}});
  return *this;
}
ACase& ACase::visited() {
  resolved().take("visit",
                  {{"result", "made"},
                   {"means", "phone"},
                   {"contacted", "both"},
                   {"performed", "done"},
                   {"content", true},
                   {"smiled", true},
                   {"listened", true},
                   {"tried_best", true}},
                  "vis");
  return *this;
}
ACase& ACase::closed() {
  visited().take("close");
  return *this;
}

}  // namespace workflows_tests
