#pragma once

#include "workflows/row.hpp"

namespace workflows::dispute {

using enum State;
using enum Event;
using enum Guard;

inline constexpr auto reception = Limit::Reception, plan = Limit::Plan, visit = Limit::Visit, step = Limit::Step,
                      progress = Limit::Progress, change = Limit::Switch, mediation = Limit::Mediation,
                      session = Limit::Session, suspension = Limit::Suspension, signing = Limit::Signing,
                      performance = Limit::Performance, confirmation = Limit::Confirmation, closing = Limit::Closing,
                      routes = Limit::Routes;
inline constexpr Effects nothing{};
inline constexpr Effects over = end_mediation();
inline constexpr Effects resolved = over | meet(step) | stop(change) | stop(plan) | stop(progress) | arm(visit);
inline constexpr Effects agreed =
    meet(mediation) | meet(signing) | stop(session) | arm(performance) | arm(confirmation);

/// The way of a dispute: 一分 sort, 一进 enter, 一调 mediate, 一访 visit. Rows for one state and event choose among
/// themselves by disjoint choices (workflows/guard.hpp); a question that is answered no refuses the step.
// clang-format off
using Table = boost::mp11::mp_list<
//  from           event     to                 what follows                                                what is asked
Row<Fresh,         Arrive,   Go<Arrived>,       Do<arm(reception) | arm_outside() | ask(Ask::RegisterNumber)>,              If<FewRepresentatives>>,

Row<Arrived,       Receive,  Go<Received>,      Do<meet(reception) | arm(plan) | arm(progress)>,            If<NamedReceiver>>,
Row<Arrived,       Leave,    Go<Left>,          Do<stop_all() | ask(Ask::CallBack)>,                        If<>>,
Row<Arrived,       Refuse,   Stay,              Do<nothing>,                                                If<>>,
Row<Arrived,       Law,      Go<AwaitingVisit>, Do<stop(reception) | arm(visit)>,                           If<>>,
Row<Arrived,       Merge,    Go<Merged>,        Do<stop_all() | ask(Ask::Absorb)>,                          If<NotItself, NoOpenClaim, OutsideAnswered>>,

Row<Received,      Sort,     Go<Sorted>,        Do<nothing>,                                                If<Classified, DuplicateChecked, FewRepresentatives, PoliceToldAtRed>>,
Row<Received,      Refuse,   Stay,              Do<nothing>,                                                If<>>,
Row<Received,      Withdraw, Go<AwaitingVisit>, Do<resolved>,                                               If<RiskChecked>>,
Row<Received,      Law,      Go<AwaitingVisit>, Do<resolved>,                                               If<>>,
Row<Received,      Merge,    Go<Merged>,        Do<stop_all() | ask(Ask::Absorb)>,                          If<NotItself, NoOpenClaim, OutsideAnswered>>,

Row<Sorted,        Enter,    Go<Entered>,       Do<nothing>,                                                If<CalmedOrExcused>>,
Row<Sorted,        Refuse,   Stay,              Do<nothing>,                                                If<>>,
Row<Sorted,        Withdraw, Go<AwaitingVisit>, Do<resolved>,                                               If<RiskChecked>>,
Row<Sorted,        Law,      Go<AwaitingVisit>, Do<resolved>,                                               If<>>,
Row<Sorted,        Merge,    Go<Merged>,        Do<stop_all() | ask(Ask::Absorb)>,                          If<NotItself, NoOpenClaim, OutsideAnswered>>,

Row<Entered,       Plan,     Go<Planned>,       Do<meet(plan) | arm(step)>,                                 If<ResponsibleNamed, LawfulBranches, NoRefusalStands>>,
Row<Entered,       Refuse,   Stay,              Do<nothing>,                                                If<>>,
Row<Entered,       Withdraw, Go<AwaitingVisit>, Do<resolved>,                                               If<RiskChecked>>,
Row<Entered,       Law,      Go<AwaitingVisit>, Do<resolved>,                                               If<>>,
Row<Entered,       Merge,    Go<Merged>,        Do<stop_all() | ask(Ask::Absorb)>,                          If<NotItself, NoOpenClaim, OutsideAnswered>>,

Row<Planned,       Plan,     Stay,              Do<meet(change) | arm(step)>,                               If<RoutesNotOwed, ResponsibleNamed, LawfulBranches, NoRefusalStands>>,
Row<Planned,       Accept,   Go<Mediating>,     Do<meet(step) | arm(mediation) | ask(Ask::MediationNumber)>, If<MediationOpen, TypeMediable, NoForumConflict, BothSidesKnown, AllConsented, PlanRightsTold, MediatorInTerm>>,
Row<Planned,       Extend,   Go<Mediating>,     Do<stop(routes) | stop(change) | meet(step) | arm(mediation)>, If<PeriodRanOut, AllAgreedToExtend, NewEndAhead, AllConsented, PlanRightsTold>>,
Row<Planned,       Agree,    Go<AwaitingVisit>, Do<stop(routes) | agreed | resolved>,                       If<Complete, LastBranch, PeriodRanOut, SignedInTime, ContentClear, OralAllowed, PaperForStatus, GuardianPresent, NoOpenTask, MediatorInTerm>>,
Row<Planned,       Agree,    Stay,              Do<stop(routes) | agreed | arm(step)>,                      If<Complete, MoreBranches, PeriodRanOut, SignedInTime, ContentClear, OralAllowed, PaperForStatus, GuardianPresent, NoOpenTask, MediatorInTerm>>,
Row<Planned,       Agree,    Stay,              Do<nothing>,                                                If<Incomplete, PeriodRanOut, SignedInTime, MediatorInTerm>>,
Row<Planned,       NoShow,   Stay,              Do<nothing>,                                                If<>>,
Row<Planned,       Refuse,   Stay,              Do<arm(change)>,                                            If<MediationPlanned>>,
Row<Planned,       Refuse,   Stay,              Do<nothing>,                                                If<NoMediation>>,
Row<Planned,       Fail,     Go<AwaitingVisit>, Do<meet(routes) | resolved>,                                If<LastBranch, MediationOpen>>,
Row<Planned,       Fail,     Stay,              Do<meet(change) | meet(routes) | arm(step)>,                If<MoreBranches, MediationOpen>>,
Row<Planned,       Handle,   Go<AwaitingVisit>, Do<resolved>,                                               If<LastBranch, BranchOpen, NoOpenTask>>,
Row<Planned,       Handle,   Stay,              Do<nothing>,                                                If<MoreBranches, BranchOpen, NoOpenTask>>,
Row<Planned,       Explain,  Go<AwaitingVisit>, Do<resolved>,                                               If<LastBranch, BranchOpen, NoOpenTask>>,
Row<Planned,       Explain,  Stay,              Do<nothing>,                                                If<MoreBranches, BranchOpen, NoOpenTask>>,
Row<Planned,       Aid,      Go<AwaitingVisit>, Do<resolved>,                                               If<LastBranch, BranchOpen, NoOpenTask>>,
Row<Planned,       Aid,      Stay,              Do<nothing>,                                                If<MoreBranches, BranchOpen, NoOpenTask>>,
Row<Planned,       Lawful,   Go<AwaitingVisit>, Do<resolved>,                                               If<LastBranch, BranchOpen, NoOpenTask>>,
Row<Planned,       Lawful,   Stay,              Do<nothing>,                                                If<MoreBranches, BranchOpen, NoOpenTask>>,
Row<Planned,       Route,    Go<AwaitingVisit>, Do<resolved>,                                               If<LastBranch, BranchOpen, ReceiptOrNotice, NoOpenTask>>,
Row<Planned,       Route,    Stay,              Do<nothing>,                                                If<MoreBranches, BranchOpen, ReceiptOrNotice, NoOpenTask>>,
Row<Planned,       Withdraw, Go<AwaitingVisit>, Do<resolved>,                                               If<NoCounterClaims, RiskChecked>>,
Row<Planned,       Withdraw, Stay,              Do<nothing>,                                                If<CounterClaims, RiskChecked>>,
Row<Planned,       Law,      Go<AwaitingVisit>, Do<resolved>,                                               If<LastBranch>>,
Row<Planned,       Law,      Stay,              Do<stop(change) | stop(routes) | arm(step)>,                If<MoreBranches>>,
Row<Planned,       Merge,    Go<Merged>,        Do<stop_all() | ask(Ask::Absorb)>,                          If<NotItself, NoOpenClaim, OutsideAnswered>>,

Row<Mediating,     Session,  Stay,              Do<meet(session)>,                                          If<MediatorInTerm, RightsTold, RiskCleared>>,
Row<Mediating,     NoShow,   Stay,              Do<stop(session)>,                                          If<>>,
Row<Mediating,     Suspend,  Go<Suspended>,     Do<pause(mediation) | arm(suspension)>,                     If<>>,
Row<Mediating,     Extend,   Stay,              Do<arm(mediation)>,                                         If<AllAgreedToExtend, NewEndAhead>>,
Row<Mediating,     PeriodEnd, Go<Planned>,      Do<over | arm(routes) | arm(step)>,                         If<ByTheEngine>>,
Row<Mediating,     Agree,    Stay,              Do<arm(signing)>,                                           If<Incomplete, ContentClear, PaperForStatus, GuardianPresent, NoOpenTask, MediatorInTerm>>,
Row<Mediating,     Agree,    Go<AwaitingVisit>, Do<agreed | resolved>,                                      If<Complete, LastBranch, ContentClear, OralAllowed, PaperForStatus, GuardianPresent, NoOpenTask, MediatorInTerm>>,
Row<Mediating,     Agree,    Go<Planned>,       Do<agreed | arm(step)>,                                     If<Complete, MoreBranches, ContentClear, OralAllowed, PaperForStatus, GuardianPresent, NoOpenTask, MediatorInTerm>>,
Row<Mediating,     Plan,     Stay,              Do<nothing>,                                                If<ResponsibleNamed, LawfulBranches, NoRefusalStands>>,
Row<Mediating,     Refuse,   Go<Planned>,       Do<over | arm(change) | arm(step)>,                         If<>>,
Row<Mediating,     Fail,     Go<AwaitingVisit>, Do<resolved>,                                               If<LastBranch>>,
Row<Mediating,     Fail,     Go<Planned>,       Do<over | arm(step)>,                                       If<MoreBranches>>,
Row<Mediating,     Handle,   Stay,              Do<nothing>,                                                If<BranchOpen, NoOpenTask>>,
Row<Mediating,     Explain,  Stay,              Do<nothing>,                                                If<BranchOpen, NoOpenTask>>,
Row<Mediating,     Aid,      Stay,              Do<nothing>,                                                If<BranchOpen, NoOpenTask>>,
Row<Mediating,     Lawful,   Stay,              Do<nothing>,                                                If<BranchOpen, NoOpenTask>>,
Row<Mediating,     Route,    Stay,              Do<nothing>,                                                If<BranchOpen, ReceiptOrNotice, NoOpenTask>>,
Row<Mediating,     Withdraw, Go<AwaitingVisit>, Do<resolved>,                                               If<NoCounterClaims, RiskChecked>>,
Row<Mediating,     Withdraw, Stay,              Do<nothing>,                                                If<CounterClaims, RiskChecked>>,
Row<Mediating,     Law,      Go<AwaitingVisit>, Do<resolved>,                                               If<LastBranch>>,
Row<Mediating,     Law,      Go<Planned>,       Do<over | arm(step)>,                                       If<MoreBranches>>,
Row<Mediating,     Merge,    Go<Merged>,        Do<stop_all() | ask(Ask::Absorb)>,                          If<NotItself, NoOpenClaim, OutsideAnswered>>,

Row<Suspended,     Resume,   Go<Mediating>,     Do<resume(mediation) | meet(suspension)>,                   If<>>,
Row<Suspended,     Suspend,  Stay,              Do<arm(suspension)>,                                        If<>>,
Row<Suspended,     Extend,   Stay,              Do<arm(mediation) | pause(mediation)>,                      If<AllAgreedToExtend, NewEndAhead>>,
Row<Suspended,     Refuse,   Go<Planned>,       Do<over | arm(change) | arm(step)>,                         If<>>,
Row<Suspended,     Fail,     Go<AwaitingVisit>, Do<resolved>,                                               If<LastBranch>>,
Row<Suspended,     Fail,     Go<Planned>,       Do<over | arm(step)>,                                       If<MoreBranches>>,
Row<Suspended,     Withdraw, Go<AwaitingVisit>, Do<resolved>,                                               If<NoCounterClaims, RiskChecked>>,
Row<Suspended,     Withdraw, Stay,              Do<nothing>,                                                If<CounterClaims, RiskChecked>>,
Row<Suspended,     Law,      Go<AwaitingVisit>, Do<resolved>,                                               If<LastBranch>>,
Row<Suspended,     Law,      Go<Planned>,       Do<over | arm(step)>,                                       If<MoreBranches>>,
Row<Suspended,     Merge,    Go<Merged>,        Do<stop_all() | ask(Ask::Absorb)>,                          If<NotItself, NoOpenClaim, OutsideAnswered>>,

Row<AwaitingVisit, Visit,    Go<Visited>,       Do<meet(visit) | meet(progress) | arm(closing)>,            If<VisitMade, AnotherVisits, RealContact, VisitAnswered>>,
Row<AwaitingVisit, Visit,    Stay,              Do<nothing>,                                                If<VisitAttempted>>,
Row<AwaitingVisit, Visit,    Go<Visited>,       Do<meet(visit) | meet(progress) | arm(closing)>,            If<VisitUnreachable, ThreeAttempts, SupervisorSigns>>,
Row<AwaitingVisit, Plan,     Go<Planned>,       Do<stop(visit) | stop(change) | arm(step)>,                 If<ResponsibleNamed, LawfulBranches, NoRefusalStands>>,
Row<AwaitingVisit, Refuse,   Stay,              Do<nothing>,                                                If<>>,
Row<AwaitingVisit, Law,      Stay,              Do<nothing>,                                                If<>>,
Row<AwaitingVisit, Reopen,   Go<Reopened>,      Do<stop_own() | arm(plan)>,                                 If<>>,
Row<AwaitingVisit, Merge,    Go<Merged>,        Do<stop_all() | ask(Ask::Absorb)>,                          If<NotItself, NoOpenClaim, OutsideAnswered>>,

Row<Visited,       Visit,    Stay,              Do<nothing>,                                                If<VisitMade, RealContact>>,
Row<Visited,       Visit,    Stay,              Do<nothing>,                                                If<VisitAttempted>>,
Row<Visited,       Close,    Go<Closed>,        Do<meet(closing) | stop_all()>,                             If<BranchesEnded, VisitDone, SampleVisited, PerformanceSettled, NoOpenTask, QuestionsAnswered, NothingOffered, NoOpenClaim, OutsideAnswered>>,
Row<Visited,       Refuse,   Stay,              Do<nothing>,                                                If<>>,
Row<Visited,       Law,      Stay,              Do<nothing>,                                                If<>>,
Row<Visited,       Reopen,   Go<Reopened>,      Do<stop_own() | arm(plan)>,                                 If<>>,
Row<Visited,       Merge,    Go<Merged>,        Do<stop_all() | ask(Ask::Absorb)>,                          If<NotItself, NoOpenClaim, OutsideAnswered>>,

Row<Closed,        Archive,  Go<Archived>,      Do<nothing>,                                                If<FileComplete, FilerIsNotChecker>>,
Row<Closed,        Reopen,   Go<Reopened>,      Do<arm(plan)>,                                              If<>>,
Row<Archived,      Reopen,   Go<Reopened>,      Do<arm(plan)>,                                              If<>>,

Row<Reopened,      Sort,     Go<Sorted>,        Do<nothing>,                                                If<Classified, DuplicateChecked, FewRepresentatives, PoliceToldAtRed>>,
Row<Reopened,      Refuse,   Stay,              Do<nothing>,                                                If<>>,
Row<Reopened,      Withdraw, Go<AwaitingVisit>, Do<resolved>,                                               If<RiskChecked>>,
Row<Reopened,      Law,      Go<AwaitingVisit>, Do<resolved>,                                               If<>>,
Row<Reopened,      Merge,    Go<Merged>,        Do<stop_all() | ask(Ask::Absorb)>,                          If<NotItself, NoOpenClaim, OutsideAnswered>>,

Row<Merged,        Unmerge,  Go<Arrived>,       Do<arm(reception) | ask(Ask::Release)>,                     If<WasArrived>>,
Row<Merged,        Unmerge,  Go<Received>,      Do<arm(plan) | ask(Ask::Release)>,                          If<WasReceived>>,
Row<Merged,        Unmerge,  Go<Sorted>,        Do<arm(plan) | ask(Ask::Release)>,                          If<WasSorted>>,
Row<Merged,        Unmerge,  Go<Entered>,       Do<arm(plan) | ask(Ask::Release)>,                          If<WasEntered>>,
Row<Merged,        Unmerge,  Go<Planned>,       Do<arm(step) | ask(Ask::Release)>,                          If<WasPlanned>>,
Row<Merged,        Unmerge,  Go<Mediating>,     Do<arm(mediation) | ask(Ask::Release)>,                     If<WasMediating>>,
Row<Merged,        Unmerge,  Go<Suspended>,     Do<arm(suspension) | arm(mediation) | ask(Ask::Release)>,   If<WasSuspended>>,
Row<Merged,        Unmerge,  Go<AwaitingVisit>, Do<arm(visit) | ask(Ask::Release)>,                         If<WasAwaitingVisit>>,
Row<Merged,        Unmerge,  Go<Visited>,       Do<arm(closing) | ask(Ask::Release)>,                       If<WasVisited>>,
Row<Merged,        Unmerge,  Go<Reopened>,      Do<arm(plan) | ask(Ask::Release)>,                          If<WasReopened>>
>;
// clang-format on

inline constexpr auto rows = values_of(Table{});

}  // namespace workflows::dispute
