#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace workflows {

struct Facts;
class Told;

/// A question with a yes. The ones named `...Branch`, `Made`, `Incomplete` and the like only choose between rows; the
/// others refuse, and say why and by which article or rule.
enum class Guard : std::uint8_t {
  // choices
  LastBranch,
  MoreBranches,
  MediationPlanned,
  NoMediation,
  Complete,
  Incomplete,
  CounterClaims,
  NoCounterClaims,
  VisitMade,
  VisitAttempted,
  VisitUnreachable,
  WasArrived,
  WasReceived,
  WasSorted,
  WasEntered,
  WasPlanned,
  WasMediating,
  WasSuspended,
  WasAwaitingVisit,
  WasVisited,
  WasReopened,
  // questions
  NamedReceiver,
  Classified,
  DuplicateChecked,
  FewRepresentatives,
  CalmedOrExcused,
  PoliceToldAtRed,
  ResponsibleNamed,
  NoRefusalStands,
  LawfulBranches,
  TypeMediable,
  NoForumConflict,
  AllConsented,
  BothSidesKnown,
  PlanRightsTold,
  MediatorInTerm,
  RightsTold,
  RiskCleared,
  AllAgreedToExtend,
  NewEndAhead,
  PeriodRanOut,
  SignedInTime,
  RoutesNotOwed,
  ContentClear,
  OralAllowed,
  PaperForStatus,
  GuardianPresent,
  NoOpenTask,
  MediationOpen,
  BranchOpen,
  ReceiptOrNotice,
  RiskChecked,
  RealContact,
  VisitAnswered,
  AnotherVisits,
  SampleVisited,
  ThreeAttempts,
  SupervisorSigns,
  BranchesEnded,
  PerformanceSettled,
  VisitDone,
  QuestionsAnswered,
  NothingOffered,
  FileComplete,
  FilerIsNotChecker,
  NotItself,
  NoOpenClaim,
  // custody
  ReceiverOnRoster,
  ObjectionsLeft,
  ReceiverAnswers,
  RefereeDecides,
  ByTheEngine,
  // beside the path
  AgreementMade,
  AnyTaskOpen,
  AnyQuestionOpen,
  AnyReplyOwed,
  Confirmable,
  InTimeToConfirm,
  TaskKnown,
  TaskEnded,
  QuestionKnown,
  PlanNotTold,
  PauseGrounded,
  CorrectionKnown,
  PlanPaused,
  ReplyOwed,
  LongerGrounded,
  OutsideAnswered,
  InNoGroup,
  GroupTakesClaims,
};
inline constexpr std::size_t guard_count = 90;

/// What a guard can look at: `Fact` needs no fields, so that `next` can say in advance what is missing.
enum class Asks : std::uint8_t { Choice, Fact, Told };

struct GuardWords {
  Guard guard;
  std::string_view name;  // stable word, also the code of the refusal
  Asks asks;
  const char* message;    // message id: what is missing and what to do; empty for a choice
  std::string_view rule;  // article or rule
  bool (*holds)(const Facts&, const Told&);
};

/// Choices stand before the questions; those of one group exclude each other and one of them always holds.
constexpr bool is_choice(Guard guard) { return guard < Guard::NamedReceiver; }
constexpr int choice_group(Guard guard) {
  constexpr int groups[] = {1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6};
  return is_choice(guard) ? groups[static_cast<unsigned>(guard)] : 0;
}

[[nodiscard]] const GuardWords& words(Guard guard);
[[nodiscard]] std::span<const GuardWords> guards();

}  // namespace workflows
