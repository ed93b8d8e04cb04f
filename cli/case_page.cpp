#include "cli/case_page.hpp"

#include "cli/table.hpp"
#include "cli/text.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/answers/company.hpp"

namespace cli {
namespace {
using engine::mark;
using workflows::Company;
using workflows::company_json;
using workflows::company_of;
using workflows::task_word;
using workflows::TaskLine;

nlohmann::json as_json(const engine::CaseRecord& record, const engine::Actor& actor,
                       const std::vector<PartyLine>& parties, const engine::Zone& zone, engine::Instant now) {
  auto result = case_json(record, zone);
  result["mediation_number"] = record.second_number;
  result["channel"] = record.channel;
  result["subject"] = subject_for(actor, record);
  result["emergency"] = record.emergency;
  result["open"] = record.open;
  result["revision"] = record.revision;
  result["head"] = record.head;
  result["arrived_at"] = engine::format_instant(record.arrived_at, zone);
  result["parties"] = nlohmann::json::array();
  for (const auto& party : parties) {
    result["parties"].push_back({{"name", party.name}, {"side", party.side}, {"consent", party.consent}});
  }
  result.update(company_json(company_of(record, sees_names(actor, record))));
  result["deadlines"] = nlohmann::json::array();
  for (const auto& clock : record.deadlines) result["deadlines"].push_back(deadline_json(clock, now, zone));
  return result;
}

struct Page {
  Session& session;
  const engine::CaseRecord& record;
  const engine::World& world;

  void line(std::string_view label, std::string_view value) const {
    if (value.empty()) return;
    const auto name = session.language().translate(label);
    session.out().line(fit(name, 14) + one_line(value));
  }
};

std::string named(const engine::World& world, const std::string& person, const std::string& centre) {
  const auto* who = world.person(person);
  const auto* where = world.centre(centre);
  return (who == nullptr ? person : who->name) + (where == nullptr ? "" : "  " + where->name);
}

std::string party_text(const Language& language, const PartyLine& party) {
  auto text = party.name + "  " + side_word(language, party.side);
  const auto consent = consent_word(language, party.consent);
  return consent.empty() ? text : text + "  " + consent;
}

void print_head(const Page& page, const std::vector<PartyLine>& parties, const engine::Zone& zone) {
  const auto& language = page.session.language();
  const auto& record = page.record;
  page.session.out().line(record.number + (record.second_number.empty() ? "" : "  " + record.second_number));
  page.line(mark("State"), state_word(language, record.state));
  const auto holder = record.holder.empty() ? language.translate(mark("nobody")) : record.holder;
  page.line(mark("Holder"), named(page.world, holder, record.centre));
  page.line(mark("Type"), kind_word(language, record.kind));
  page.line(mark("Channel"), channel_word(language, record.channel));
  page.line(mark("Arrived"), at_words(record.arrived_at, zone));
  if (record.emergency) page.line(mark("Emergency"), language.translate(mark("yes")));
  page.line(mark("Reference"), record.ref);
  for (const auto& party : parties) page.line(mark("Party"), party_text(language, party));
  page.line(mark("About"), subject_for(page.session.actor(), record));
}

std::string unit_of(const Page& page, const TaskLine& task) {
  const auto* who = page.world.person(task.person);
  return who == nullptr ? task.unit : task.unit + " " + who->name;
}

std::string numbered(int number, const std::string& what) { return std::to_string(number) + ". " + what; }

/// Whom and what the case has beside its parties: claims, tasks of other units, questions.
void print_company(const Page& page, const Company& company) {
  const auto& language = page.session.language();
  for (const auto& name : company.representatives) page.line(mark("Spokesperson"), name);
  for (const auto& id : company.mediators) page.line(mark("Mediator"), named(page.world, id, ""));
  page.line(mark("Group"), company.group);
  page.line(mark("Went on in"), company.merged_into);
  for (const auto& number : company.absorbed) page.line(mark("Took in"), number);
  for (const auto& claim : company.claims)
    page.line(mark("Claim"), claim.number + "  " + language.translate(claim.open ? mark("open") : mark("ended")));
  int number = 0;  // by which `report-task` and `answer` name them
  for (const auto& task : company.tasks)
    page.line(mark("Task"),
              numbered(++number, unit_of(page, task) + ": " + task.what + "  " + task_word(language, task.status)));
  number = 0;
  for (const auto& question : company.questions)
    page.line(
        mark("Question"),
        numbered(++number, question.text + "  " + named(page.world, question.answerer, "") + "  " +
                               language.translate(question.answered ? mark("answered") : mark("not answered yet"))));
}

void print_clocks(const Page& page, const engine::Zone& zone, engine::Instant now) {
  const auto& language = page.session.language();
  std::vector<std::vector<std::string>> rows;
  for (const auto& clock : page.record.deadlines) {
    const auto cycle = clock.cycle > 1 ? " " + std::to_string(clock.cycle) : std::string();
    const auto status = status_word(language, to_word(engine::status(clock, now)));
    const auto standing =
        clock.paused() ? language.translate(mark("stands still")) : distance_words(language, clock.due, now);
    rows.push_back({deadline_word(language, clock.name) + cycle, at_words(clock.due, zone),
                    clock.met ? at_words(*clock.met, zone) : "", clock.running() ? status + "  " + standing : status});
  }
  if (rows.empty()) return;
  page.session.out().line("");
  page.session.out().write(draw_table({language.translate(mark("Limit")), language.translate(mark("Until")),
                                       language.translate(mark("Kept")), language.translate(mark("Status"))},
                                      rows));
}

}  // namespace

void print_case(Session& session, const engine::CaseRecord& record, std::string_view word) {
  session.read([&](engine::Reading&, const engine::World& world) {
    const auto& zone = world.site_of(record.centre).zone();
    const auto now = session.desk().now();
    const auto parties = parties_of(record, sees_names(session.actor(), record));
    if (session.json()) return session.print(as_json(record, session.actor(), parties, zone, now));
    const Page page{session, record, world};
    print_head(page, parties, zone);
    print_company(page, company_of(record, sees_names(session.actor(), record)));
    print_clocks(page, zone, now);
    if (record.open) session.out().line("\n" + session.say(mark("What can be done now: `maotiao next {0}`"), word));
  });
}

}  // namespace cli
