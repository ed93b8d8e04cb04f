#include "workflows/guard.hpp"

#include "engine/mark.hpp"
#include "workflows/questions.hpp"

namespace workflows {
namespace {

using engine::mark;

// clang-format off
constexpr GuardWords table[] = {
    {Guard::LastBranch, "last_branch", Asks::Choice, "", "", ask::last_branch},
    {Guard::MoreBranches, "more_branches", Asks::Choice, "", "", ask::more_branches},
    {Guard::MediationPlanned, "mediation_planned", Asks::Choice, "", "", ask::mediation_planned},
    {Guard::NoMediation, "no_mediation", Asks::Choice, "", "", ask::no_mediation},
    {Guard::Complete, "complete", Asks::Choice, "", "", ask::complete},
    {Guard::Incomplete, "incomplete", Asks::Choice, "", "", ask::incomplete},
    {Guard::CounterClaims, "counter_claims", Asks::Choice, "", "", ask::counter_claims},
    {Guard::NoCounterClaims, "no_counter_claims", Asks::Choice, "", "", ask::no_counter_claims},
    {Guard::VisitMade, "visit_made", Asks::Choice, "", "", ask::visit_made},
    {Guard::VisitAttempted, "visit_attempted", Asks::Choice, "", "", ask::visit_attempted},
    {Guard::VisitUnreachable, "visit_unreachable", Asks::Choice, "", "", ask::visit_unreachable},
    {Guard::WasArrived, "was_arrived", Asks::Choice, "", "", ask::was<State::Arrived>},
    {Guard::WasReceived, "was_received", Asks::Choice, "", "", ask::was<State::Received>},
    {Guard::WasSorted, "was_sorted", Asks::Choice, "", "", ask::was<State::Sorted>},
    {Guard::WasEntered, "was_entered", Asks::Choice, "", "", ask::was<State::Entered>},
    {Guard::WasPlanned, "was_planned", Asks::Choice, "", "", ask::was<State::Planned>},
    {Guard::WasMediating, "was_mediating", Asks::Choice, "", "", ask::was<State::Mediating>},
    {Guard::WasSuspended, "was_suspended", Asks::Choice, "", "", ask::was<State::Suspended>},
    {Guard::WasAwaitingVisit, "was_awaiting_visit", Asks::Choice, "", "", ask::was<State::AwaitingVisit>},
    {Guard::WasVisited, "was_visited", Asks::Choice, "", "", ask::was<State::Visited>},
    {Guard::WasReopened, "was_reopened", Asks::Choice, "", "", ask::was<State::Reopened>},
    {Guard::NamedReceiver, "named_receiver", Asks::Told, mark("nobody on the roster received the visitor; name the person who did"), "C1 · 三十分钟内接待", ask::named_receiver},
    {Guard::Classified, "classified", Asks::Told, mark("the type of the dispute is not known; say it with type"), "一分 按诉求事项分类登记", ask::classified},
    {Guard::DuplicateChecked, "duplicate_checked", Asks::Told, mark("look first whether the same matter is already a case, then say so"), "一分 按诉求事项分类登记", ask::duplicate_checked},
    {Guard::FewRepresentatives, "few_representatives", Asks::Told, mark("a group speaks through at most five representatives: let the group choose them"), "信访工作条例 Art.20", ask::few_representatives},
    {Guard::CalmedOrExcused, "calmed_or_excused", Asks::Told, mark("say how the temper was before or after calming, or why calming was not needed"), "一进", ask::calmed_or_excused},
    {Guard::PoliceToldAtRed, "police_told_at_red", Asks::Told, mark("at red risk the police must have been told; say when"), "人民调解法 Art.25", ask::police_told_at_red},
    {Guard::ResponsibleNamed, "responsible_named", Asks::Told, mark("the person responsible for the plan is not on the roster"), "三个工作日内拿出解决方案", ask::responsible_named},
    {Guard::NoRefusalStands, "no_refusal_stands", Asks::Told, mark("a party refuses mediation; the plan must go another way"), "人民调解法 Art.17", ask::no_refusal_stands},
    {Guard::LawfulBranches, "lawful_branches", Asks::Told, mark("this type of dispute cannot be mediated; the plan must bring it onto a statutory route"), "不予调解的事项", ask::lawful_branches},
    {Guard::TypeMediable, "type_mediable", Asks::Fact, mark("this type of dispute cannot be mediated; bring it onto a statutory route"), "不予调解的事项", ask::type_mediable},
    {Guard::NoForumConflict, "no_forum_conflict", Asks::Fact, mark("the same medical dispute is already before another body and cannot be accepted"), "医疗纠纷条例 Art.40", ask::no_forum_conflict},
    {Guard::AllConsented, "all_consented", Asks::Fact, mark("not every party has consented to mediation"), "人民调解法 Art.17", ask::all_consented},
    {Guard::BothSidesKnown, "both_sides_known", Asks::Fact, mark("only one side is on record; name the other side with its consent"), "人民调解法 Art.17", ask::both_sides_known},
    {Guard::PlanRightsTold, "plan_rights_told", Asks::Fact, mark("no plan has been told to the parties yet"), "方案先告知, 后调解", ask::plan_rights_told},
    {Guard::MediatorInTerm, "mediator_in_term", Asks::Told, mark("the mediator is not on the roster as a mediator in term"), "人民调解法 Art.13, 14", ask::mediator_in_term},
    {Guard::RightsTold, "rights_told", Asks::Told, mark("the parties have not been told their rights and duties"), "人民调解法 Art.23, 24", ask::rights_told},
    {Guard::RiskCleared, "risk_cleared", Asks::Fact, mark("the risk is red and not cleared; keep the parties apart until it is"), "人民调解法 Art.25", ask::risk_cleared},
    {Guard::AllAgreedToExtend, "all_agreed_to_extend", Asks::Told, mark("the period is extended only when all parties agree"), "宁波市人民调解条例 Art.27", ask::all_agreed_to_extend},
    {Guard::NewEndAhead, "new_end_ahead", Asks::Told, mark("the new end of the mediation period must lie ahead"), "宁波市人民调解条例 Art.27", ask::new_end_ahead},
    {Guard::PeriodRanOut, "period_ran_out", Asks::Fact, mark("no mediation is under way: accept the case for mediation first"), "人民调解法 Art.17", ask::period_ran_out},
    {Guard::SignedInTime, "signed_in_time", Asks::Told, mark("the mediation period has run out: say with signed_on when everybody had signed in time, or record first that all parties extend it"), "宁波市人民调解条例 Art.27", ask::signed_in_time},
    {Guard::RoutesNotOwed, "routes_not_owed", Asks::Fact, mark("the mediation period has run out: first tell the parties the legal routes (fail), or record that all of them extend it (extend)"), "人民调解法 Art.26", ask::routes_not_owed},
    {Guard::ContentClear, "content_clear", Asks::Told, mark("the agreement must say who gives whom what and how (content), and until when (perform_by) or that it is performed already (performed)"), "民诉法解释 Art.358", ask::content_clear},
    {Guard::OralAllowed, "oral_allowed", Asks::Told, mark("by word of mouth only if performed on the spot and no party wants a document; otherwise write it down"), "人民调解法 Art.28 · 宁波条例 Art.24", ask::oral_allowed},
    {Guard::PaperForStatus, "paper_for_status", Asks::Told, mark("an agreement on personal status must be signed on paper"), "电子签名法 Art.3", ask::paper_for_status},
    {Guard::GuardianPresent, "guardian_present", Asks::Fact, mark("a party who needs a guardian or helper has none on record"), "民法典 Art.19-23 · 监护", ask::guardian_present},
    {Guard::NoOpenTask, "no_open_task", Asks::Fact, mark("a joint unit has not reported on its task yet"), "联调联处", ask::no_open_task},
    {Guard::MediationOpen, "mediation_open", Asks::Fact, mark("mediation is not a way of this plan, or it has ended"), "人民调解法 Art.17", ask::mediation_open},
    {Guard::BranchOpen, "branch_open", Asks::Fact, mark("this is not a way of the plan, or it has ended; tell a new plan first"), "三个工作日内拿出解决方案", ask::branch_open},
    {Guard::ReceiptOrNotice, "receipt_or_notice", Asks::Told, mark("leaving needs a receipt (body, person or number, time) or a signed notice (address, time limit, legal aid offered)"), "导入法定途径 (C6)", ask::receipt_or_notice},
    {Guard::RiskChecked, "risk_checked", Asks::Told, mark("look first whether the withdrawal hides a danger"), "人民调解法 Art.25", ask::risk_checked},
    {Guard::RealContact, "real_contact", Asks::Told, mark("a visit is a real talk: with the claimant and, after an agreement, with the other side too"), "三周内有回访", ask::real_contact},
    {Guard::VisitAnswered, "visit_answered", Asks::Told, mark("ask about performance, content and the three musts (smile, listening, effort)"), "三个必须", ask::visit_answered},
    {Guard::AnotherVisits, "another_visits", Asks::Told, mark("the case is drawn for a sample: somebody other than its mediators makes the visit"), "回访抽查 回访员与调解员分离", ask::another_visits},
    {Guard::SampleVisited, "sample_visited", Asks::Fact, mark("the case is drawn for a sample: somebody other than its mediators must visit before it is closed"), "回访抽查 回访员与调解员分离", ask::sample_visited},
    {Guard::ThreeAttempts, "three_attempts", Asks::Fact, mark("a visit is impossible only after 3 attempts on 2 days by 2 means"), "三周内有回访", ask::three_attempts},
    {Guard::SupervisorSigns, "supervisor_signs", Asks::Told, mark("only a supervisor signs that a visit is impossible"), "三周内有回访", ask::supervisor_signs},
    {Guard::BranchesEnded, "branches_ended", Asks::Fact, mark("a way of the plan has not ended yet"), "各途径办结后结案", ask::branches_ended},
    {Guard::PerformanceSettled, "performance_settled", Asks::Told, mark("the agreement is not performed yet; prove it, visit again, or document it"), "人民调解法 Art.31", ask::performance_settled},
    {Guard::VisitDone, "visit_done", Asks::Fact, mark("there was no visit yet"), "一访", ask::visit_done},
    {Guard::QuestionsAnswered, "questions_answered", Asks::Fact, mark("a question of the citizen is not answered yet"), "不说我不知道 (C7)", ask::questions_answered},
    {Guard::NothingOffered, "nothing_offered", Asks::Fact, mark("the case is on offer to another unit"), "不说不归我管 (C1)", ask::nothing_offered},
    {Guard::FileComplete, "file_complete", Asks::Told, mark("a required paper of the directory is missing"), "人民调解法 Art.27", ask::file_complete},
    {Guard::FilerIsNotChecker, "filer_is_not_checker", Asks::Told, mark("the file is checked by another person than the one who bound it"), "人民调解法 Art.27", ask::filer_is_not_checker},
    {Guard::NotItself, "not_itself", Asks::Told, mark("a case cannot be merged into itself"), "并案保留两个编号", ask::not_itself},
    {Guard::NoOpenClaim, "no_open_claim", Asks::Fact, mark("a claim of this group is still open: end it first"), "群体纠纷 分案办理", ask::no_open_claim},
    {Guard::ReceiverOnRoster, "receiver_on_roster", Asks::Told, mark("the named person is not on the roster, has no role that can hold a case, or has the case already"), "不说不归我管 (C1)", ask::receiver_on_roster},
    {Guard::ObjectionsLeft, "objections_left", Asks::Fact, mark("two objections are used up; the centre director now designates"), "三次派单后指定 (C4)", ask::objections_left},
    {Guard::ReceiverAnswers, "receiver_answers", Asks::Told, mark("only the named receiver or the head of that unit answers the offer"), "不说不归我管 (C1, C2)", ask::receiver_answers},
    {Guard::RefereeDecides, "referee_decides", Asks::Told, mark("only the centre director designates"), "C4 · 信访工作条例 Art.24", ask::referee_decides},
    {Guard::ByTheEngine, "by_the_engine", Asks::Told, mark("this follows from a passed limit and is never told by a person"), "逾期视为接收 (C3)", ask::by_the_engine},
    {Guard::AgreementMade, "agreement_made", Asks::Fact, mark("there is no agreement in force"), "人民调解法 Art.29", ask::agreement_made},
    {Guard::AnyTaskOpen, "any_task_open", Asks::Fact, mark("no joint unit has an open task"), "联调联处", ask::any_task_open},
    {Guard::AnyQuestionOpen, "any_question_open", Asks::Fact, mark("no question of the citizen is open"), "不说我不知道 (C7)", ask::any_question_open},
    {Guard::AnyReplyOwed, "any_reply_owed", Asks::Fact, mark("nobody waits for a written answer: the case did not come from petitions or with a limit of its sender, or all were given"), "信访工作条例 Art.23, 34", ask::any_reply_owed},
    {Guard::Confirmable, "confirmable", Asks::Fact, mark("an agreement on personal status cannot be confirmed by a court"), "民诉法解释 Art.355", ask::confirmable},
    {Guard::InTimeToConfirm, "in_time_to_confirm", Asks::Told, mark("the 30 days for judicial confirmation are over"), "人民调解法 Art.33", ask::in_time_to_confirm},
    {Guard::TaskKnown, "task_known", Asks::Told, mark("there is no open task of that number"), "联调联处", ask::task_known},
    {Guard::TaskEnded, "task_ended", Asks::Told, mark("say the result of the task; only the director may drop it, with a reason"), "联调联处", ask::task_ended},
    {Guard::QuestionKnown, "question_known", Asks::Told, mark("there is no open question of that number"), "不说我不知道 (C7)", ask::question_known},
    {Guard::PlanNotTold, "plan_not_told", Asks::Fact, mark("the limit for the plan does not run"), "三个工作日内拿出解决方案", ask::plan_not_told},
    {Guard::PauseGrounded, "pause_grounded", Asks::Told, mark("the limit for the plan stands still only for one written list of papers (once), a written wish of the citizen, or closure by order"), "三个工作日内拿出解决方案", ask::pause_grounded},
    {Guard::CorrectionKnown, "correction_known", Asks::Told, mark("what is put right must be a type from the list, or a party on record"), "更正不改写", ask::correction_known},
    {Guard::PlanPaused, "plan_paused", Asks::Fact, mark("the limit for the plan does not stand still"), "三个工作日内拿出解决方案", ask::plan_paused},
    {Guard::ReplyOwed, "reply_owed", Asks::Told, mark("nobody waits for this answer: it was given, or the case did not come from petitions or with a limit of its sender"), "信访工作条例 Art.23, 34", ask::reply_owed},
    {Guard::LongerGrounded, "longer_grounded", Asks::Told, mark("the director may give at most 30 more days than the 60, once there is a reason that the petitioner was told"), "信访工作条例 Art.34", ask::longer_grounded},
    {Guard::OutsideAnswered, "outside_answered", Asks::Fact, mark("a written answer to the petitioner or to the body that sent the case is still owed (reply)"), "信访工作条例 Art.23, 34", ask::outside_answered},
    {Guard::InNoGroup, "in_no_group", Asks::Fact, mark("the case belongs to a group already, or is the case of a group itself"), "群体纠纷 分案办理", ask::in_no_group},
    {Guard::GroupTakesClaims, "group_takes_claims", Asks::Told, mark("the case named as the group's has ended, or is itself a claim of another group"), "群体纠纷 分案办理", ask::group_takes_claims},
};
// clang-format on

constexpr bool in_order() {
  for (std::size_t i = 0; i < std::size(table); ++i)
    if (static_cast<std::size_t>(table[i].guard) != i) return false;
  return true;
}
static_assert(std::size(table) == guard_count && in_order(), "one line a guard, in the order of the enum");

}  // namespace

const GuardWords& words(Guard guard) { return table[static_cast<std::size_t>(guard)]; }
std::span<const GuardWords> guards() { return table; }

}  // namespace workflows
