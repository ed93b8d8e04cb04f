#include "cli/report_answer.hpp"
#include "cli/table.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"
#include "workflows/channel.hpp"

#include <fmt/format.h>

namespace cli {
namespace {

using engine::mark;
using workflows::PeriodFigures;
using Cells = std::vector<std::string>;

/// "93.4 % (612 of 655)"; a dash over nothing.
std::string share(const Language& language, std::int64_t part, std::int64_t of) {
  if (of == 0) return "-";
  const auto rate = 100.0 * static_cast<double>(part) / static_cast<double>(of);
  return language.say(mark("{0} % ({1} of {2})"), fmt::format("{:.1f}", rate), part, of);
}

void section(Session& session, const char* title) {
  session.out().line("");
  session.out().line(session.say(title));
}

void table(Session& session, const Cells& heading, const std::vector<Cells>& rows) {
  Cells words;
  for (const auto& cell : heading) words.push_back(session.language().translate(cell));
  session.out().write(draw_table(words, rows));
}

std::string source_word(std::string_view channel) {
  const auto* known = workflows::find_channel(channel);
  return known == nullptr ? std::string() : std::string(known->source);
}

void print_intake(Session& session, const workflows::Intake& intake) {
  const auto& language = session.language();
  section(session, mark("Intake of the period"));
  std::vector<Cells> rows;
  for (const auto& [channel, count] : intake.by_channel)
    rows.push_back({channel_word(language, channel), source_word(channel), std::to_string(count)});
  table(session, {mark("channel"), mark("statistical source"), mark("cases")}, rows);
  session.out().line("");
  rows.clear();
  for (const auto& [type, count] : intake.by_type) {
    const auto word = type.empty() ? session.say(mark("not sorted yet")) : kind_word(language, type);
    rows.push_back({word, std::to_string(count)});
  }
  table(session, {mark("type"), mark("cases")}, rows);
  session.out().line(session.say(
      mark("{0} cases arrived, {1} of them emergencies. Resolved by now: {2}. Not counted: {3} "
           "left before reception, {4} merged."),
      intake.cases, intake.emergencies, share(language, intake.resolved, intake.judged()), intake.left, intake.merged));
  if (intake.claims > 0)
    session.out().line(session.say(mark("{0} claims are counted with the case of their group."), intake.claims));
}

void print_promises(Session& session, const PeriodFigures& figures) {
  section(session, mark("The three promises that fell due in the period"));
  std::vector<Cells> rows;
  for (const auto& [centre, promises] : figures.promises)
    for (const auto& [name, one] : promises)
      rows.push_back({centre, deadline_word(session.language(), name), std::to_string(one.on_time),
                      std::to_string(one.late), std::to_string(one.overdue), std::to_string(one.stopped),
                      share(session.language(), one.on_time, one.judged())});
  table(session,
        {mark("centre"), mark("limit"), mark("on time"), mark("late"), mark("overdue"), mark("stopped, not counted"),
         mark("on-time rate")},
        rows);
}

struct OutcomeWords {
  std::string_view name;
  const char* words;
};

constexpr OutcomeWords outcome_words[] = {{"agreed", mark("agreement")},
                                          {"not_agreed", mark("no agreement")},
                                          {"handled", mark("handled by a department")},
                                          {"explained", mark("law explained")},
                                          {"aided", mark("help given")},
                                          {"lawful", mark("dealt with by law")},
                                          {"routed", mark("brought onto a statutory route")},
                                          {"withdrawn", mark("withdrawn")},
                                          {"went_to_law", mark("went to law")},
                                          {"out_of_reach", mark("out of reach")}};

void print_resolutions(Session& session, const PeriodFigures& figures) {
  const auto& resolutions = figures.resolutions;
  section(session, mark("Resolved in the period"));
  std::vector<Cells> rows;
  for (const auto& [name, words] : outcome_words)
    if (const auto count = resolutions.count(name); count > 0)
      rows.push_back({session.say(words), std::to_string(count)});
  table(session, {mark("outcome"), mark("ways of plans")}, rows);
  const auto agreed = resolutions.count("agreed");
  const auto& language = session.language();
  session.out().line(
      session.say(mark("{0} cases were resolved. Mediation succeeded: {1}. Relapsed since, no success any more: {2}."),
                  resolutions.cases, share(language, agreed, agreed + resolutions.count("not_agreed")),
                  share(language, resolutions.relapsed, resolutions.cases)));
}

void print_hand_offs(Session& session, const PeriodFigures& figures) {
  const auto& hand_offs = figures.hand_offs;
  section(session, mark("Hand-offs"));
  session.out().line(session.say(
      mark("{0} offers: {1} acknowledged, {2} objections, {3} lapsed, {4} designated. {5} cases were in hand; a case "
           "changed hands {6} times on average."),
      hand_offs.offers, hand_offs.acknowledged, hand_offs.objections, hand_offs.lapsed, hand_offs.designated,
      figures.cases_in_hand,
      figures.cases_in_hand == 0 ? std::string("-")
                                 : fmt::format("{:.2f}", static_cast<double>(hand_offs.moves()) /
                                                             static_cast<double>(figures.cases_in_hand))));
}

void print_states(Session& session, const PeriodFigures& figures) {
  section(session, mark("Time in each state, within the period"));
  std::vector<Cells> rows;
  for (const auto& [state, time] : figures.states)
    rows.push_back({state_word(session.language(), state), std::to_string(time.cases),
                    span_words(session.language(), time.total / time.cases),
                    span_words(session.language(), time.longest)});
  table(session, {mark("state"), mark("cases"), mark("mean"), mark("longest")}, rows);
}

}  // namespace

void print_report_text(Session& session, const PeriodFigures& figures, const engine::Zone& zone) {
  session.out().line(session.say(mark("Report from {0} to {1}, as things stood at {2}"),
                                 at_words(figures.period.from, zone), at_words(figures.period.to, zone),
                                 at_words(figures.period.as_of, zone)));
  print_intake(session, figures.intake);
  print_promises(session, figures);
  print_resolutions(session, figures);
  print_hand_offs(session, figures);
  print_states(session, figures);
  if (figures.inferred_steps > 0)
    session.out().line(
        session.say(mark("{0} steps of the period were inferred from an imported ledger."), figures.inferred_steps));
}

}  // namespace cli
