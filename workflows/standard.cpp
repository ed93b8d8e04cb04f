#include "workflows/standard.hpp"

#include <algorithm>
#include <array>

namespace workflows {
namespace {

using namespace std::chrono_literals;
using engine::CalendarDays;
using engine::ClockTime;
using engine::DeadlineKind;
using engine::LevelRule;
using engine::OpenTime;
using engine::WorkingDays;
using Basis = LevelRule::Basis;

constexpr LevelRule red{"red", Basis::AtDue, 0min, 0, "holder"};
constexpr LevelRule supervisor{"supervisor", Basis::AtDue, 0min, 0, "role:supervisor"};

constexpr LevelRule director_after(std::chrono::minutes open_time) {
  return {"director", Basis::OpenAfterDue, open_time, 0, "role:director"};
}

std::vector<LimitRule> limits() {
  return {
      {Limit::Reception, ClockTime{30min}, "小站镇2020年度法治政府建设情况报告: 三十分钟内接待"},
      {Limit::Plan, WorkingDays{3}, "小站镇2020年度法治政府建设情况报告: 三个工作日内拿出解决方案"},
      {Limit::Visit, CalendarDays{21}, "小站镇2020年度法治政府建设情况报告: 三周内有回访"},
      {Limit::Progress, CalendarDays{21}, "visit.anchor = both: 三周自接待起"},
      {Limit::Step, WorkingDays{10},
       "the next step told with the plan, or what a plan that stands still waits for; where none is named, 10 working "
       "days"},
      {Limit::Switch, WorkingDays{1}, "domain 7.3: new plan told within 1 working day of a refusal"},
      {Limit::Mediation, CalendarDays{30}, "宁波市人民调解条例 Art.27: 30 d"},
      {Limit::Session, CalendarDays{7}, "the instant that was agreed"},
      {Limit::Suspension, CalendarDays{30}, "the instant what is waited for is expected"},
      {Limit::Signing, CalendarDays{7}, "domain 7.3: never signed by one, 7 d"},
      {Limit::Performance, CalendarDays{30}, "人民调解法 Art.29, 31: the time agreed"},
      {Limit::Confirmation, CalendarDays{30}, "人民调解法 Art.33: 30 d from effect"},
      {Limit::Closing, WorkingDays{5}, "domain 6 row 9: resolved but never closed"},
      {Limit::Handoff, OpenTime{4h}, "half a working day, 随驻"},
      {Limit::Referee, WorkingDays{1}, "信访工作条例 Art.24: the common superior decides"},
      {Limit::Task, WorkingDays{5}, "the instant that was agreed"},
      {Limit::Question, WorkingDays{3}, "C7: answered, or will be answered by X at T"},
      {Limit::Routes, WorkingDays{1},
       "人民调解法 Art.26: the routes are told when mediation ends; as for a new plan, 1 working day"},
      {Limit::PetitionNotice, CalendarDays{15}, "信访工作条例 Art.23: told in writing within 15 d that it is taken up"},
      {Limit::PetitionOpinion, CalendarDays{60},
       "信访工作条例 Art.34: 60 d from acceptance (+30 with leave); here from arrival, the earlier"},
      {Limit::Outside, CalendarDays{15}, "the instant that the body which sent the case asks for"},
  };
}

/// A limit within the process tells the holder when it passes, and the supervisor with it.
DeadlineKind inner(Limit limit, std::string_view event_when_due = {}) {
  return {name(limit), false, event_when_due, {red, supervisor}};
}

std::vector<DeadlineKind> deadline_kinds() {
  std::vector<DeadlineKind> all;
  all.push_back({name(Limit::Reception),
                 true,
                 {},
                 {{"amber", Basis::ClockAfterStart, 20min, 0, "role:receptionist"},
                  {"red", Basis::AtDue, 0min, 0, "role:receptionist"},
                  supervisor,
                  director_after(30min)}});
  all.push_back({name(Limit::Plan),
                 true,
                 {},
                 {{"amber", Basis::WorkingDayOpening, 0min, 3, "holder"}, red, supervisor, director_after(4h)}});
  all.push_back({name(Limit::Visit),
                 true,
                 {},
                 {{"amber", Basis::CalendarDay, 0min, 14, "holder"},
                  {"last_day", Basis::CalendarDay, 0min, 21, "holder"},
                  red,
                  supervisor,
                  director_after(8h)}});
  all.push_back(inner(Limit::Progress));
  for (const Limit limit : {Limit::Step, Limit::Switch}) all.push_back(inner(limit));
  // Mediation that is not agreed within its period ends, unless all parties extend it: nobody should learn it too late.
  all.push_back(
      {name(Limit::Mediation), false, "period_end", {{"amber", Basis::DayBeforeDue, 0min, 5, "holder"}, red}});
  for (const Limit limit : {Limit::Session, Limit::Suspension, Limit::Signing, Limit::Performance})
    all.push_back(inner(limit));
  // A right of the parties, not a duty: its end is told in time and then simply noted.
  all.push_back({name(Limit::Confirmation), false, "expire", {{"amber", Basis::CalendarDay, 0min, 20, "holder"}}});
  all.push_back(inner(Limit::Closing));
  all.push_back(inner(Limit::Handoff, "lapse"));
  all.push_back({name(Limit::Referee), false, {}, {{"red", Basis::AtDue, 0min, 0, "role:director"}, supervisor}});
  // Done by another than the holder: who was asked hears of it.
  for (const Limit limit : {Limit::Task, Limit::Question})
    all.push_back({name(limit), false, {}, {{"red", Basis::AtDue, 0min, 0, "owes"}, supervisor}});
  all.push_back(inner(Limit::Routes));
  for (const Limit limit : {Limit::PetitionNotice, Limit::PetitionOpinion, Limit::Outside})
    all.push_back({name(limit), false, {}, {{"amber", Basis::DayBeforeDue, 0min, 5, "holder"}, red, supervisor}});
  return all;
}

}  // namespace

const LimitRule& Standard::of(Limit limit) const {
  return *std::find_if(limits.begin(), limits.end(), [&](const LimitRule& line) { return line.limit == limit; });
}

Standard xiaozhan_2020() {
  return {"xiaozhan-2020", "小站镇2020年度法治政府建设情况报告 (二三三)", limits(), deadline_kinds()};
}

engine::Rule mediation_period(Period period) {
  switch (period) {
    case Period::Labour: return CalendarDays{15};  // 劳动争议调解仲裁法 Art.14
    case Period::Medical: return WorkingDays{30};  // 医疗纠纷预防和处理条例 Art.38
    case Period::Ordinary: break;
  }
  return CalendarDays{30};
}

engine::OpenTime answer_limit(std::string_view attendance) {
  if (attendance == "resident") return OpenTime{60min};
  return OpenTime{4h};
}

}  // namespace workflows
