// A file of holidays: .ics, holiday-cn or the native JSON, told apart by how it begins.
#include "engine/time/calendar_import.hpp"
#include "engine/time/layer_json.hpp"
#include "engine/time/national.hpp"
#include "engine/time/text.hpp"
#include "tests/fuzz/law.hpp"

#include <algorithm>

namespace fuzz {
namespace {

/// A layer that was approved is stored as JSON and read back at every start.
void judge_layer(const engine::CalendarLayer& layer) {
  const auto written = engine::layer_json(layer);
  const auto again = engine::read_native_layer(written, layer.name);
  law(engine::layer_json(again) == written, "a stored layer reads back the same");
  const auto calendar = engine::Calendar::weekends().with(again);
  for (const auto& entry : layer.entries) static_cast<void>(calendar.day(entry.date));
}

void judge(std::string_view bytes, const engine::Calendar& loaded) {
  const auto proposal = engine::read_calendar_file(bytes);
  law(std::ranges::is_sorted(proposal.entries, {}, &engine::CalendarEntry::date), "a proposal is in order of date");
  for (const auto& entry : proposal.entries)
    law(engine::try_parse_date(engine::format_date(entry.date)) == entry.date, "every date can be written");
  const auto findings = engine::check(proposal, loaded);
  const bool bad = std::ranges::any_of(
      findings, [](const engine::Finding& finding) { return finding.weight == engine::Weight::Refuse; });
  engine::CalendarLayer layer;
  const bool kept_out = refused([&] { layer = engine::approve(proposal, "own", 1, false); });
  law(kept_out == bad, "what the check refuses is not approved, and nothing else is kept out");
  if (!kept_out) judge_layer(layer);
}

}  // namespace
}  // namespace fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const auto loaded = engine::national_calendar();
  static_cast<void>(fuzz::refused([&] { fuzz::judge(fuzz::text_of(bytes, size), loaded); }));
  return 0;
}
