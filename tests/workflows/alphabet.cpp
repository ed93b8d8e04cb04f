#include "tests/workflows/alphabet.hpp"

#include "workflows/facts_json.hpp"
#include "workflows/fold.hpp"

#include <algorithm>

namespace workflows_tests {
namespace {

using namespace workflows;
using Json = nlohmann::json;

const engine::Instant now{std::chrono::hours{440'000}};
const std::string sooner = "2001-01-01T00:00:00Z";
const std::string later = "2040-01-01T00:00:00Z";

const engine::Person& receiver() {
  static const engine::Person person = [] {
    engine::Person made;
    made.id = "r";
    made.unit = "u";
    made.centre = "town";
    made.head = true;
    return made;
  }();
  return person;
}

Witness all_in_order(const Letter& letter, const Facts& facts) {
  Witness witness;
  witness.named = witness.actor = witness.fallback = &receiver();
  witness.named_in_term = witness.actor_is_director = witness.actor_is_supervisor = true;
  witness.attempt_days = facts.attempts.size() >= 3 ? 2 : 1;
  if (!letter.by_receiver) witness.actor = nullptr;
  return witness;
}

/// Of a case at rest only what a relapse would carry on.
void cut_at_rest(Facts& facts) {
  Facts kept;
  kept.kind = facts.kind;
  kept.parties = facts.parties;
  kept.rights_told = facts.rights_told;
  for (Party& party : kept.parties) {
    party.consent = Consent::None;
    party.signed_at = {};
  }
  facts = std::move(kept);
}

/// Cuts what only counts, so that the space is finite, and what no question asks about.
void cut(Facts& facts, State state) {
  const bool may_come_back = state == State::Merged && !facts.merged_from.empty();
  if (in(final_states, state) && !may_come_back) return cut_at_rest(facts);
  if (state != State::AwaitingVisit) facts.attempts.clear();
  std::sort(facts.attempts.begin(), facts.attempts.end(),
            [](const Attempt& a, const Attempt& b) { return a.means < b.means; });
  facts.arrived_at = facts.received_at = facts.planned_at = {};
  facts.relapses = facts.successes_lost = facts.handoffs = facts.sessions = 0;
  facts.plans = std::min(facts.plans, 1);
  facts.outcomes = {};
  facts.ended_early = Outcome::None;
  facts.confirmation = Confirmation::None;
  facts.parallel = facts.period_extended = false;
  facts.mediators.clear();
  facts.absorbed.clear();
  facts.satisfaction = {};
  if (facts.attempts.size() > 3) facts.attempts.erase(facts.attempts.begin() + 1);
  for (Party& party : facts.parties) party.no_shows = std::min(party.no_shows, 1);
  std::erase_if(facts.tasks, [](const Task& task) { return task.status != TaskStatus::Open; });
  std::erase_if(facts.questions, [](const Question& question) { return question.answered; });
  if (facts.tasks.size() > 1) facts.tasks.resize(1);
  if (facts.questions.size() > 1) facts.questions.resize(1);
}

constexpr LimitSet followed = set_of(Limit::Reception) | set_of(Limit::Plan) | set_of(Limit::Visit) |
                              set_of(Limit::Step) | set_of(Limit::Switch) | set_of(Limit::Mediation) |
                              set_of(Limit::Suspension) | set_of(Limit::Closing) | set_of(Limit::Handoff) |
                              set_of(Limit::Referee);

Letter plan(std::string name, Json branches) {
  return {std::move(name),
          Event::Plan,
          {{"branches", std::move(branches)}, {"responsible", "r"}, {"next_at", later}, {"told_how", "face"}}};
}

Letter visit(std::string name, Json fields) { return {std::move(name), Event::Visit, std::move(fields)}; }

std::vector<Letter> the_way_in() {
  return {{"arrive",
           Event::Arrive,
           {{"channel", "visit"}, {"party", "张某某"}, {"respondents", {"李某"}}, {"about", "排水"}}},
          {"receive", Event::Receive, Json::object()},
          {"leave", Event::Leave, Json::object()},
          {"sort", Event::Sort, {{"type", "neighbour"}, {"duplicate_checked", true}}},
          {"enter", Event::Enter, {{"safety", "safe"}, {"skipped", "平静"}}},
          {"merge", Event::Merge, {{"into", "other"}}},
          {"law", Event::Law, {{"body", "法院"}}},
          {"withdraw", Event::Withdraw, {{"risk_checked", true}}},
          {"refuse", Event::Refuse, {{"party", "李某"}}}};
}

std::vector<Letter> the_way_out() {
  const Json talk{{"result", "made"}, {"means", "phone"}, {"contacted", "both"}, {"performed", "done"},
                  {"content", true},  {"smiled", true},   {"listened", true},    {"tried_best", true}};
  return {visit("visit", talk),
          visit("try", {{"result", "attempted"}, {"means", "phone"}}),
          visit("try face", {{"result", "attempted"}, {"means", "face"}}),
          visit("unreachable", {{"result", "unreachable"}}),
          {"close", Event::Close, Json::object()},
          {"archive", Event::Archive, {{"filed_by", "a"}, {"checked_by", "b"}, {"complete", true}, {"pages", 9}}},
          {"reopen", Event::Reopen, {{"reason", "复发"}}}};
}

std::vector<Letter> joined(std::vector<std::vector<Letter>> parts) {
  std::vector<Letter> all;
  for (auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace

Letter::Letter(std::string called, Event event, Json told_fields, bool by_engine, bool receiver_tells)
    : name(std::move(called)),
      fields(std::make_shared<const Json>(std::move(told_fields))),
      told(std::get<Told>(read_fields(event, *fields))),
      by_receiver(receiver_tells) {
  told.at = now;
  told.actor = by_receiver ? "r" : "somebody";
  told.by_engine = by_engine;
}

std::string Node::key() const {
  return std::string(name(state)) + "/" + std::to_string(running) + "/" + to_json(facts);
}

Advance tell(const Node& node, const Letter& letter, Node& next) {
  Told told = letter.told;
  told.witness = all_in_order(letter, node.facts);
  if (letter.name == "merge in error") told.add({Field::Was, name(node.state)});
  const Advance out = advance(node.state, node.facts, told);
  if (out.result != Advance::Result::Taken) return out;
  next = node;
  next.state = out.state;
  fold(next.facts, told);
  cut(next.facts, next.state);
  const Effects& done = out.effects;
  next.running = ((node.running & ~done.meet & ~done.stop) | done.start) & followed;
  return out;
}

std::vector<Letter> mediation_letters() {
  const std::vector<Letter> own{
      plan("plan", {"mediate"}),
      plan("plan both", {"mediate", "aid"}),
      plan("plan aid", {"aid"}),
      {"consent", Event::Consent, {{"all", true}}},
      {"accept", Event::Accept, {{"rights_told", true}}},
      {"session", Event::Session, Json::object()},
      {"suspend", Event::Suspend, {{"why", "appraisal"}, {"expected", later}, {"what", "鉴定"}}},
      {"resume", Event::Resume, Json::object()},
      {"extend", Event::Extend, {{"until", later}, {"all", true}}},
      {"period over", Event::PeriodEnd, Json::object(), true},
      {"signed in time",
       Event::Agree,
       {{"form", "written"},
        {"content", "清理"},
        {"perform_by", later},
        {"all_signed", true},
        {"mediator_signed", true},
        {"sealed", true},
        {"signed_on", sooner}}},
      {"draft", Event::Agree, {{"form", "written"}, {"content", "清理"}, {"perform_by", later}}},
      {"sign", Event::Agree, {{"form", "written"}, {"all_signed", true}, {"mediator_signed", true}}},
      {"seal", Event::Agree, {{"form", "written"}, {"sealed", true}}},
      {"shake hands",
       Event::Agree,
       {{"form", "oral"}, {"content", "清理"}, {"performed", true}, {"no_document", true}}},
      {"fail", Event::Fail, {{"reason", "too_far_apart"}, {"routes", "法院"}}},
      {"aid", Event::Aid, {{"kind", "relief"}, {"result", "救助"}}},
      {"withdraw mine", Event::Withdraw, {{"risk_checked", true}, {"counter_claims", true}}},
      {"prove", Event::Perform, {{"result", "proved"}}},
      {"breach", Event::Perform, {{"result", "breached"}}}};
  return joined({the_way_in(), own, the_way_out()});
}

std::vector<Letter> other_letters() {
  const std::vector<Letter> own{
      plan("plan", {"handle", "explain"}),
      plan("plan route", {"route", "lawful"}),
      {"handle", Event::Handle, {{"unit", "所"}, {"result", "办结"}, {"told_how", "face"}}},
      {"explain", Event::Explain, {{"content", "法"}, {"review", "复查"}, {"told_how", "face"}}},
      {"lawful", Event::Lawful, {{"organ", "公安"}, {"result", "处理"}}},
      {"route", Event::Route, {{"body", "法院"}, {"receipt_no", "1"}, {"receipt_at", later}}},
      {"risk red", Event::Risk, {{"level", "red"}, {"reason", "威胁"}, {"police_at", later}}},
      {"risk over", Event::Risk, {{"level", "red"}, {"reason", "平息"}, {"police_at", later}, {"cleared", true}}},
      {"pause", Event::Pause, {{"ground", "papers"}, {"list", {"身份证"}}}},
      {"unpause", Event::Unpause, Json::object()},
      {"ask", Event::Question, {{"question", "何时"}, {"answerer", "r"}, {"due", later}}},
      {"answer", Event::Answer, {{"question_no", 1}, {"answer", "明日"}}}};
  return joined({the_way_in(), own, the_way_out()});
}

std::vector<Letter> custody_letters() {
  const std::vector<Letter> own{
      plan("plan", {"handle"}),
      {"handle", Event::Handle, {{"unit", "所"}, {"result", "办结"}, {"told_how", "face"}}},
      {"offer", Event::Offer, {{"to", "r"}, {"reason", "专业"}}},
      {"ack", Event::Ack, Json::object()},
      {"ack by another", Event::Ack, Json::object(), false, false},
      {"object", Event::Object, {{"reason", "r"}, {"basis", "b"}, {"proposed", "p"}}},
      {"lapse", Event::Lapse, Json::object(), true},
      {"designate", Event::Designate, {{"to", "r"}, {"reason", "指定"}}},
      {"merge in error", Event::Merge, {{"into", "other"}}},
      {"unmerge", Event::Unmerge, {{"reason", "认错了"}}},
      {"invite", Event::Invite, {{"unit", "所"}, {"to", "r"}, {"what", "勘查"}, {"due", later}}},
      {"report", Event::ReportTask, {{"task_no", 1}, {"result", "已勘查"}}}};
  return joined({the_way_in(), own, the_way_out()});
}

}  // namespace workflows_tests
