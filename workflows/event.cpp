#include "workflows/event.hpp"

#include "engine/mark.hpp"

#include <algorithm>
#include <array>

namespace workflows {
namespace {

using engine::mark;

// clang-format off
constexpr std::array<EventWords, event_count> table{{
    {Event::Arrive,       "arrive",       mark("Somebody comes with a dispute, in person or by another way."),               "到访", false},
    {Event::Receive,      "receive",      mark("A named person receives the visitor, by voice or face to face."),            "接待", false},
    {Event::Leave,        "leave",        mark("The visitor left before anybody received them."),                            "未接待离开", false},
    {Event::Sort,         "sort",         mark("The appeal is classified and registered."),                                  "分类登记", false},
    {Event::Enter,        "enter",        mark("The visitor enters the service station; tempers are calmed."),               "进站疏导", false},
    {Event::Plan,         "plan",         mark("A plan is told to the claimant: ways, person, next step and its date."),     "告知方案", false},
    {Event::Accept,       "accept",       mark("The case is accepted for mediation and gets its number."),                   "受理", false},
    {Event::Session,      "session",      mark("A mediation session was held."),                                             "调解会", false},
    {Event::NoShow,       "no_show",      mark("A party did not come."),                                                     "未到场", false},
    {Event::Suspend,      "suspend",      mark("Mediation is suspended until a named thing comes."),                         "中止", false},
    {Event::Resume,       "resume",       mark("Mediation goes on."),                                                        "恢复", false},
    {Event::Extend,       "extend",       mark("All parties agree to a longer mediation period."),                           "延期", false},
    {Event::PeriodEnd,    "period_end",   mark("The mediation period ran out: mediation is over unless all parties extend it; the legal routes must be told."), "调解期满", true},
    {Event::Agree,        "agree",        mark("An agreement is drafted, signed, sealed, or made by word of mouth."),        "达成协议", false},
    {Event::Fail,         "fail",         mark("Mediation ends without agreement; the legal routes are told."),              "调解不成", false},
    {Event::Refuse,       "refuse",       mark("A party refuses mediation, takes back consent, or demands a stop."),         "拒绝调解", false},
    {Event::Handle,       "handle",       mark("A department handled the matter and told the result."),                      "部门办理", false},
    {Event::Explain,      "explain",      mark("The law was explained in writing, with the route of review."),               "释法答复", false},
    {Event::Aid,          "aid",          mark("Help was given to a person in hardship."),                                   "帮扶", false},
    {Event::Lawful,       "lawful",       mark("Unlawful conduct was dealt with by the organ in charge."),                   "依法处理", false},
    {Event::Route,        "route",        mark("The matter was brought onto a statutory route, with proof of receipt."),     "导入法定途径", false},
    {Event::Law,          "law",          mark("A party goes to court, arbitration or an authority."),                       "走法律途径", false},
    {Event::Withdraw,     "withdraw",     mark("The claimant withdraws."),                                                   "撤回", false},
    {Event::Merge,        "merge",        mark("The case is the same matter as another and goes on there."),                 "并案", false},
    {Event::Unmerge,      "unmerge",      mark("A merge made in error is undone: the case goes on where it stood, with its own clocks."), "撤销并案", false},
    {Event::Visit,        "visit",        mark("A visit after the resolution was made, attempted, or proved impossible."),   "回访", false},
    {Event::Close,        "close",        mark("The case is closed."),                                                       "结案", false},
    {Event::Archive,      "archive",      mark("The file is complete, checked and archived."),                               "归档", false},
    {Event::Reopen,       "reopen",       mark("The dispute has broken out again; a new cycle starts."),                     "重启", false},
    {Event::Offer,        "offer",        mark("The case is offered to a named receiver; the holder keeps it until then."),  "移交", false},
    {Event::Ack,          "ack",          mark("The receiver takes the case over."),                                         "签收", false},
    {Event::Object,       "object",       mark("The receiver objects, with reason and legal basis; the referee decides."),   "异议", false},
    {Event::Lapse,        "lapse",        mark("The offer was not answered in time: the head of the unit holds the case."),  "逾期未签收", true},
    {Event::Designate,    "designate",    mark("The referee names the holder; this is final."),                              "指定", false},
    {Event::Consent,      "consent",      mark("A party consents to mediation."),                                            "同意调解", false},
    {Event::Mediator,     "mediator",     mark("A mediator is chosen, designated, objected to or replaced."),                "调解员", false},
    {Event::Schedule,     "schedule",     mark("A session is set for an instant."),                                          "约定调解", false},
    {Event::Invite,       "invite",       mark("Another unit joins with a task of its own and a limit."),                    "联调", false},
    {Event::ReportTask,   "report_task",  mark("A joint unit reports on its task, or the task is dropped."),                 "联调反馈", false},
    {Event::Perform,      "perform",      mark("The agreement was performed, performed in part, breached, or urged."),       "履行", false},
    {Event::Confirmation, "confirmation", mark("Judicial confirmation was applied for, given or refused."),                  "司法确认", false},
    {Event::Progress,     "progress",     mark("The claimant was told how the case stands."),                                "进展回访", false},
    {Event::Risk,         "risk",         mark("The risk is graded anew; at red the police are told."),                      "风险", false},
    {Event::Pause,        "pause",        mark("The plan's limit stands still on one of the three grounds."),                "方案期中止", false},
    {Event::Unpause,      "unpause",      mark("The plan's limit runs on."),                                                 "方案期恢复", false},
    {Event::Question,     "question",     mark("A citizen's question gets a named answerer and a limit."),                   "提问", false},
    {Event::Answer,       "answer",       mark("A citizen's question is answered."),                                         "答复", false},
    {Event::Note,         "note",         mark("Something worth remembering, without effect on the process."),               "记事", false},
    {Event::Correct,      "correct",      mark("A mistake is put right; the old entry stays."),                              "更正", false},
    {Event::Reply,        "reply",        mark("The petitioner or the body that sent the case is answered in writing."),       "书面答复", false},
    {Event::Sample,       "sample",       mark("The case is drawn for a sample: somebody other than its mediators makes the visit."), "回访抽查", false},
    {Event::Join,         "join",         mark("The case is one claim of a group; the group has a case of its own that waits for it."), "归入群体案件", false},
    {Event::Absorb,       "absorb",       mark("Another case about the same matter joins this one."),                        "并入", true},
    {Event::Release,      "release",      mark("A case that had joined this one in error goes its own way again."),           "撤出并案", true},
    {Event::Child,        "child",        mark("A claim joined this group, ended, or was opened again."),                    "子案变动", true},
    {Event::Expire,       "expire",       mark("A right was not used in time: its limit ends without being kept or missed."),  "权利期限届满", true},
    {Event::Recount,      "recount",      mark("The calendar changed; open limits were counted anew."),                      "重新计时", true},
}};
// clang-format on

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i)
    if (static_cast<std::size_t>(table[i].event) != i) return false;
  return true;
}
static_assert(in_order(), "the words of the events stand in the order of the enum");

constexpr auto by_name = [] {
  auto sorted = table;
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return sorted;
}();

}  // namespace

std::span<const EventWords> events() { return table; }
const EventWords& words(Event event) { return table[static_cast<std::size_t>(event)]; }
std::string_view name(Event event) { return words(event).name; }

std::optional<Event> event_named(std::string_view name) {
  const auto found = std::lower_bound(by_name.begin(), by_name.end(), name,
                                      [](const EventWords& line, std::string_view key) { return line.name < key; });
  if (found == by_name.end() || found->name != name) return {};
  return found->event;
}

}  // namespace workflows
