// An exported history. The first byte says whether it comes as it is or with chains made whole: who forges a file can
// count hashes too.
#include "engine/history.hpp"

#include "cli/import/history_import.hpp"
#include "cli/import/history_line.hpp"
#include "tests/fuzz/a_town.hpp"
#include "tests/fuzz/law.hpp"

#include <sstream>

namespace fuzz {
namespace {

std::string chained(std::string_view bytes) {
  std::istringstream in{std::string(bytes)};
  std::string out, head, id;
  std::int64_t seq = 0;
  for (std::string line; std::getline(in, line);) {
    if (refused([&] {
          auto entry = cli::history_from_line(line);
          if (entry.case_id != id) head.clear(), seq = 0, id = entry.case_id;
          entry.seq = ++seq;
          entry.prev_hash = head;
          entry.hash = head = engine::chain_hash(entry);
          cli::add_history_line(out, entry);
        }))
      out += line + "\n";
  }
  return out;
}

std::string exported(ATown& town) {
  std::string text;
  town.store.read([&](engine::Reading& reading) {
    reading.each_entry([&](const engine::HistoryEntry& entry) {
      cli::add_history_line(text, entry);
      return true;
    });
  });
  return text;
}

std::int64_t take(ATown& town, const std::string& text) {
  std::istringstream in(text);
  return cli::take_history(town.desk, in, [](std::int64_t) {}).entries;
}

void judge(ATown& town, const std::string& text) {
  const auto before = town.mark();
  std::int64_t entries = 0;
  if (refused([&] { entries = take(town, text); }))
    return law(town.mark() == before, "what is refused changes nothing");
  law(town.mark().position == entries, "every entry is there");
  town.verify();
  const auto once = exported(town);
  town.store.wipe();
  law(!refused([&] { take(town, once); }), "what was exported goes in again");
  law(exported(town) == once, "and comes out the same");
}

}  // namespace
}  // namespace fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static fuzz::ATown town;
  static const bool kept = (town.store.keep(), true);
  static_cast<void>(kept);
  const auto text = fuzz::text_of(bytes, size);
  if (text.empty()) return 0;
  fuzz::judge(town, text.front() == '#' ? fuzz::chained(text.substr(1)) : std::string(text));
  town.store.wipe();
  return 0;
}
