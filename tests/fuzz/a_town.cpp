#include "tests/fuzz/a_town.hpp"

#include "engine/json.hpp"
#include "engine/time/text.hpp"
#include "engine/verify.hpp"
#include "tests/fuzz/law.hpp"
#include "workflows/dispute_process.hpp"

namespace fuzz {
namespace {

engine::Person person(std::string id, std::string name, std::string centre, std::vector<std::string> roles) {
  engine::Person made;
  made.id = made.login = std::move(id);
  made.name = std::move(name);
  made.centre = std::move(centre);
  made.unit = "窗口";
  made.attendance = "resident";
  made.roles = std::move(roles);
  return made;
}

void found(engine::Writing& writing) {
  writing.put_centre({"town", "某镇中心", "town", "", "town〔{year}〕{number:04}号", "({year}){number}", ""});
  writing.put_centre({"v01", "甲村中心", "village", "town", "v01〔{year}〕{number:04}号", "v01({year}){number}", ""});
  writing.put_centre({"far", "别镇中心", "town", "", "far〔{year}〕{number:04}号", "f({year}){number}", ""});
  writing.put_person(
      person("li", "李某", "town", {"receptionist", "mediator", "supervisor", "director", "administrator"}));
  writing.put_person(person("zhang", "张某某", "v01", {"village_mediator"}));
  writing.put_person(person("sun", "孙某", "far", {"receptionist", "mediator"}));
}

}  // namespace

StandingClock::StandingClock() : at_(engine::parse_instant("2020-05-20T10:00:00+08:00", engine::Zone::utc())) {}

ATown::ATown() : process(workflows::make_dispute_process()), desk(store, *process, clock) {
  store.write([&](engine::Writing& writing) {
    writing.put_transitions(process->transitions());
    found(writing);
  });
}

std::string ATown::step(const std::string& person, const std::string& case_id, const char* event,
                        const nlohmann::json& fields) {
  const auto answer = desk.tell(case_id, {event, fields, desk.actor(person).value(), desk.now()});
  if (const auto* refusal = std::get_if<engine::Refusal>(&answer)) law(false, refusal->code);
  return std::get<engine::Done>(answer).record.id;
}

Mark ATown::mark() {
  Mark mark;
  store.read([&](engine::Reading& reading) {
    mark = {reading.position(), reading.all_cases(), reading.roster_revision(), reading.calendar_revision()};
  });
  return mark;
}

void ATown::verify() {
  store.read_together(1, [&](auto views) {
    const auto report = engine::verify(views, *process);
    if (report.first_bad) law(false, "verify: " + report.first_bad->detail);
  });
}

}  // namespace fuzz
