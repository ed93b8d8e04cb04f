#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace workflows {

/// The clocks a case can have. The first three are the promise of the standard (二三三), the rest hold within the
/// process.
enum class Limit : std::uint8_t {
  Reception,
  Plan,
  Visit,
  Progress,
  Step,
  Switch,
  Mediation,
  Session,
  Suspension,
  Signing,
  Performance,
  Confirmation,
  Closing,
  Handoff,
  Referee,
  Task,
  Question,
  Routes,
  PetitionNotice,
  PetitionOpinion,
  Outside,
};
inline constexpr std::size_t limit_count = 21;

[[nodiscard]] std::string_view name(Limit limit);
using LimitSet = std::uint32_t;
constexpr LimitSet set_of(Limit limit) { return LimitSet{1} << static_cast<unsigned>(limit); }
constexpr bool in(LimitSet set, Limit limit) { return (set & set_of(limit)) != 0; }
inline constexpr LimitSet all_limits = (LimitSet{1} << limit_count) - 1;

/// What else a step asks of the desk.
enum class Ask : std::uint8_t {
  RegisterNumber,
  MediationNumber,
  Absorb,
  Release,
  TellDirector,
  TellSupervisor,
  CallBack
};

/// What follows from a row: which clocks start, are kept, end, stand still, run on. A structural value, so that a row
/// of the table can carry it.
struct Effects {
  LimitSet start = 0, meet = 0, stop = 0, pause = 0, resume = 0;
  std::uint32_t asks = 0;

  constexpr bool asks_for(Ask ask) const { return (asks >> static_cast<unsigned>(ask) & 1U) != 0; }
  friend constexpr bool operator==(const Effects&, const Effects&) = default;
  friend constexpr Effects operator|(const Effects& a, const Effects& b) {
    return {a.start | b.start, a.meet | b.meet,     a.stop | b.stop,
            a.pause | b.pause, a.resume | b.resume, a.asks | b.asks};
  }
};

constexpr Effects arm(Limit limit) { return {.start = set_of(limit)}; }
constexpr Effects meet(Limit limit) { return {.meet = set_of(limit)}; }
constexpr Effects stop(Limit limit) { return {.stop = set_of(limit)}; }
constexpr Effects pause(Limit limit) { return {.pause = set_of(limit)}; }
constexpr Effects resume(Limit limit) { return {.resume = set_of(limit)}; }
constexpr Effects ask(Ask what) { return {.asks = 1U << static_cast<unsigned>(what)}; }
/// The mediation is over: its clocks end whatever they were doing.
constexpr Effects end_mediation() {
  return stop(Limit::Mediation) | stop(Limit::Suspension) | stop(Limit::Signing) | stop(Limit::Session) |
         stop(Limit::Routes);
}
/// What others outside wait for: it runs on whatever the dispute does.
inline constexpr LimitSet outside_limits =
    set_of(Limit::PetitionNotice) | set_of(Limit::PetitionOpinion) | set_of(Limit::Outside);
constexpr Effects arm_outside() { return {.start = outside_limits}; }
constexpr Effects stop_own() { return {.stop = all_limits & ~outside_limits}; }
constexpr Effects stop_all() { return {.stop = all_limits}; }

}  // namespace workflows
