#pragma once

#include "workflows/row.hpp"

namespace workflows::aside {

/// One event that changes facts and clocks, never the state: where it is taken, what follows, what is asked.
struct Line {
  Event event;
  StateSet where;
  Effects effects;
  std::array<Guard, 3> asked{};
  std::size_t asks = 0;

  [[nodiscard]] constexpr std::span<const Guard> guards() const { return std::span(asked).first(asks); }
};

template <class... Guards>
constexpr Line line(Event event, StateSet where, Effects effects, Guards... guards) {
  return {event, where, effects, {guards...}, sizeof...(Guards)};
}

using enum Event;
using enum Guard;

inline constexpr StateSet any = live_states | final_states;
inline constexpr StateSet before_resolution = held_states & ~set_of(State::AwaitingVisit, State::Visited);
inline constexpr StateSet agreed_states =
    set_of(State::Planned, State::Mediating, State::AwaitingVisit, State::Visited);
inline constexpr StateSet in_mediation = set_of(State::Planned, State::Mediating, State::Suspended);
inline constexpr StateSet plan_owed = set_of(State::Received, State::Sorted, State::Entered, State::Reopened);

// clang-format off
inline constexpr std::array table{
//   event         taken in            what follows                                     what is asked
line(Consent,      before_resolution,  Effects{}),
line(Mediator,     in_mediation,       Effects{},                                       MediatorInTerm),
line(Schedule,     in_mediation,       arm(Limit::Session),                             RiskCleared),
line(Invite,       held_states,        arm(Limit::Task),                                ReceiverOnRoster),
line(ReportTask,   held_states,        meet(Limit::Task),                               AnyTaskOpen, TaskKnown, TaskEnded),
line(Perform,      agreed_states,      meet(Limit::Performance) | arm(Limit::Performance), AgreementMade),
line(Confirmation, agreed_states,      meet(Limit::Confirmation),                       AgreementMade, Confirmable, InTimeToConfirm),
line(Progress,     before_resolution,  meet(Limit::Progress)),
line(Risk,         live_states,        Effects{},                                       PoliceToldAtRed),
line(Pause,        plan_owed,          pause(Limit::Plan) | arm(Limit::Step),           PlanNotTold, PauseGrounded),
line(Unpause,      plan_owed,          resume(Limit::Plan) | stop(Limit::Step),         PlanPaused),
line(Question,     live_states,        arm(Limit::Question)),
line(Answer,       live_states,        meet(Limit::Question),                           AnyQuestionOpen, QuestionKnown),
line(Note,         any,                Effects{}),
line(Correct,      any,                Effects{},                                       CorrectionKnown),
line(Reply,        live_states,        Effects{.meet = outside_limits} | arm(Limit::PetitionOpinion), AnyReplyOwed, ReplyOwed, LongerGrounded),
line(Sample,       held_states,        Effects{},                                       AnotherVisits),
line(Join,         held_states,        Effects{},                                       NotItself, InNoGroup),
line(Absorb,       live_states,        Effects{}),
line(Release,      any,                Effects{},                                       ByTheEngine),
line(Child,        any,                Effects{},                                       GroupTakesClaims),
line(Expire,       live_states,        stop(Limit::Confirmation),                       ByTheEngine),
line(Recount,      live_states,        Effects{}),
};
// clang-format on

}  // namespace workflows::aside
