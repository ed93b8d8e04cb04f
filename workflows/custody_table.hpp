#pragma once

#include "workflows/row.hpp"

namespace workflows::custody {

using enum Custody;
using enum Event;
using enum Guard;

inline constexpr auto handoff = Limit::Handoff, referee = Limit::Referee, task = Limit::Task;

/// Who holds a case, beside the way it goes: "不归我管" has no event. The holder changes only by the receiver's
/// acknowledgement or a designation; an objection goes to the referee, silence to the head of the unit (domain C1-C5).
/// The task is that of a unit which passed the case up: it starts only after such an offer.
// clang-format off
using Table = boost::mp11::mp_list<
//  from      event      to            what follows                                          what is asked
Row<Held,     Offer,     Go<Offered>,  Do<arm(handoff)>,                                     If<ObjectionsLeft, ReceiverOnRoster>>,
Row<Held,     Designate, Stay,         Do<Effects{}>,                                        If<ReceiverOnRoster, RefereeDecides>>,
Row<Offered,  Ack,       Go<Held>,     Do<meet(handoff) | arm(task)>,                        If<ReceiverAnswers>>,
Row<Offered,  Object,    Go<Disputed>, Do<stop(handoff) | arm(referee) | ask(Ask::TellDirector)>, If<ReceiverAnswers>>,
Row<Offered,  Lapse,     Go<Held>,     Do<stop(handoff) | arm(task) | ask(Ask::TellSupervisor)>,If<ByTheEngine>>,
Row<Offered,  Designate, Go<Held>,     Do<stop(handoff) | arm(task)>,                        If<ReceiverOnRoster, RefereeDecides>>,
Row<Disputed, Designate, Go<Held>,     Do<meet(referee) | arm(task)>,                        If<ReceiverOnRoster, RefereeDecides>>,
Row<Disputed, Offer,     Go<Offered>,  Do<meet(referee) | arm(handoff)>,                     If<ObjectionsLeft, ReceiverOnRoster>>
>;
// clang-format on

inline constexpr auto rows = values_of(Table{});

}  // namespace workflows::custody
