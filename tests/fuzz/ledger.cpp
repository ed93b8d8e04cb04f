// A ledger of another program, as CSV or as JSON lines.
#include "cli/import/ledger_import.hpp"
#include "tests/fuzz/a_town.hpp"
#include "tests/fuzz/law.hpp"

#include <sstream>

namespace fuzz {
namespace {

cli::ImportReport taken(ATown& town, std::string_view bytes, bool dry_run) {
  std::istringstream in{std::string(bytes)};
  cli::LedgerFile file(in);
  cli::LedgerImport import(town.desk, {{"li", "town", {"administrator"}}, "town", dry_run});
  import.run(file, [](std::int64_t) { return true;
});
return import.report();
}  // namespace

void judge(ATown& town, std::string_view bytes) {
  const auto before = town.mark();
  const auto dry = taken(town, bytes, true);
  law(town.mark() == before, "a dry run writes nothing");
  const auto report = taken(town, bytes, false);
  law(report.read == report.imported + report.already_known + report.refused, "every row is told of");
  law(town.mark().cases - before.cases == report.imported, "as many cases as rows that went in");
  law(dry.imported == report.imported && dry.refused_by_code == report.refused_by_code, "a dry run says the same");
  if (report.imported == 0) return;
  town.verify();
  const auto after = town.mark();
  const auto again = taken(town, bytes, false);
  law(again.imported == 0 && town.mark() == after, "the same file adds nothing the second time");
}

}  // namespace fuzz
}  // namespace fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static fuzz::ATown town;
  static const bool kept = (town.store.keep(), true);
  static_cast<void>(kept);
  static_cast<void>(fuzz::refused([&] { fuzz::judge(town, fuzz::text_of(bytes, size)); }));
  town.store.wipe();
  return 0;
}
