#include "tests/cli/import/a_centre.hpp"

#include "cli/import/history_line.hpp"
#include "engine/time/text.hpp"
#include "workflows/dispute_process.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace import_tests {
namespace {

engine::Instant instant(std::string_view text) {
  return engine::parse_instant(text, engine::Zone::named("Asia/Shanghai"));
}

}  // namespace

ACentre::ACentre(std::string_view now)
    : process(workflows::make_dispute_process()), clock(instant(now)), desk(store, *process, clock) {
  store.write([&](engine::Writing& writing) {
    writing.put_transitions(process->transitions());
    writing.put_centre(
        {"town", "某镇矛调中心", "town", "", "某矛调〔{year}〕{number:04}号", "({year})某人调字第{number}号", ""});
    engine::Person clerk;
    clerk.id = "clerk";
    clerk.name = "张某某";
    clerk.centre = "town";
    clerk.roles = {"admin"};
    writing.put_person(clerk);
  });
}

cli::ImportReport ACentre::import(const std::string& text, bool dry_run,
                                  const std::function<bool(std::int64_t)>& going_on) {
  std::istringstream in(text);
  cli::LedgerFile file(in);
  cli::LedgerImport import(desk, {{"clerk", "town", {"admin"}}, "town", dry_run});
  import.run(file, going_on);
  return import.report();
}

engine::CaseRecord ACentre::found(std::string_view name) {
  std::optional<engine::CaseRecord> record;
  store.read([&](engine::Reading& reading) { record = reading.find_case(name); });
  REQUIRE(record);
  return *record;
}

std::int64_t ACentre::cases() {
  std::int64_t count = 0;
  store.read([&](engine::Reading& reading) { count = reading.all_cases(); });
  return count;
}

engine::VerifyReport ACentre::verified() {
  engine::VerifyReport report;
  store.read_together(1, [&](auto views) { report = engine::verify(views, *process); });
  return report;
}

std::string ACentre::exported() {
  std::string text;
  store.read([&](engine::Reading& reading) {
    reading.each_entry([&](const engine::HistoryEntry& entry) {
      cli::add_history_line(text, entry);
      return true;
    });
  });
  return text;
}

engine::Instant ACentre::at(std::string_view text) const { return instant(text); }

std::string whole_row(const std::string& ref) {
  return ref +
         ",2026-05-20 08:55,walk-in,张某某;李某,邻里纠纷,漏水,2026-05-20 09:00,Wang,2026-05-22 10:00,"
         "2026-05-25 15:00,settled,2026-06-01 09:00\n";
}

}  // namespace import_tests
