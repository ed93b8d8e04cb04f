// The small languages of time; the first byte says which: s a site in TOML, q a question of `due --jsonl`, i an instant
// or a date, z a zone file, r the rule in one, c clocks as kept in the history.
#include "engine/clock_text.hpp"
#include "engine/json.hpp"
#include "engine/time/explain.hpp"
#include "engine/time/questions.hpp"
#include "engine/time/site_file.hpp"
#include "engine/time/text.hpp"
#include "engine/time/tzif.hpp"
#include "tests/fuzz/law.hpp"

#include <algorithm>

namespace fuzz {
namespace {

void site(std::string_view text) {
  const auto site = engine::read_site(text);
  const auto start = engine::parse_instant("2026-02-13T10:00:00+08:00", engine::Zone::utc());
  for (const engine::Rule& rule : {engine::Rule{engine::WorkingDays{3}}, engine::Rule{engine::CalendarDays{21}},
                                   engine::Rule{engine::ClockTime{std::chrono::minutes(30)}},
                                   engine::Rule{engine::OpenTime{std::chrono::seconds(1800)}}}) {
    engine::Due due, explained;
    const bool impossible = refused([&] { due = engine::due(rule, start, site); });
    const bool unexplained = refused([&] { explained = engine::explain(rule, start, site).due; });
    law(impossible == unexplained, "what can be counted can be explained");
    law(due.at == explained.at && due.date == explained.date, "the explanation comes to the same result");
    law(impossible || due.at >= start, "nothing is due before it starts");
  }
}

void question(std::string_view text) {
  const auto answer = engine::answer_question(std::string(text));
  const auto json = nlohmann::json::parse(answer, nullptr, false);
  law(json.is_object() && json.contains("id"), "every question has an answer with its id");
  law(answer.find('\n') == std::string::npos, "an answer is one line");
}

void instant(std::string_view text) {
  static const auto zone = engine::Zone::named("America/New_York");
  if (const auto at = engine::try_parse_instant(text, zone)) {
    law(engine::parse_instant(engine::format_instant(*at, zone), zone) == *at, "an instant reads back the same");
    law(engine::parse_instant(engine::format_utc(*at), zone) == *at, "in UTC too");
  }
  if (const auto day = engine::try_parse_date(text)) law(engine::format_date(*day) == text, "a date has one spelling");
}

bool in_order(const std::vector<engine::ZoneShift>& shifts) {
  return std::ranges::is_sorted(shifts, {}, &engine::ZoneShift::at);
}

void zone_rule(std::string_view text) {
  const auto shifts = engine::shifts_by_rule(text, 1970, 2200);
  law(!shifts || in_order(*shifts), "the shifts of a rule are in order");
}

void zone(std::string_view bytes) {
  const auto file = engine::read_tzif(bytes);
  if (!file) return;
  law(in_order(file->shifts), "the shifts of a zone are in order");
  zone_rule(file->rule);
}

void clocks(std::string_view text) {
  const auto entries = engine::clocks_from(text);
  law(engine::to_text(entries) == text, "clocks have one spelling");
  std::vector<engine::Deadline> deadlines;
  for (const auto& entry : entries) {
    if (entry.op == engine::ClockEntry::Op::Start)
      law(engine::to_text(engine::rule_from(entry.rule)) == entry.rule, "a rule has one spelling");
    engine::fold(deadlines, entry);
  }
}

struct Reader {
  char sign;
  void (*read)(std::string_view);
};
constexpr Reader readers[] = {{'s', &site}, {'q', &question},  {'i', &instant},
                              {'z', &zone}, {'r', &zone_rule}, {'c', &clocks}};

}  // namespace
}  // namespace fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = fuzz::text_of(bytes, size);
  if (text.empty()) return 0;
  const auto* reader = std::ranges::find(fuzz::readers, text.front(), &fuzz::Reader::sign);
  if (reader != std::end(fuzz::readers)) static_cast<void>(fuzz::refused([&] { reader->read(text.substr(1)); }));
  return 0;
}
