#pragma once

#include "cli/files/lines.hpp"
#include "engine/case_fold.hpp"
#include "engine/history.hpp"

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace cli {

/// One case of an exported history: its entries, and where they leave it.
struct HistoryCase {
  std::vector<engine::HistoryEntry> entries;
  engine::CaseRecord record;
};

/// Reads an exported history case by case and refuses what does not hold: a changed entry, a gap, a broken chain, a
/// step outside the process's relation, a case that comes twice.
class HistoryFile {
 public:
  HistoryFile(std::istream& in, const engine::Process& process);

  /// False at the end of the file. Throws engine::Error naming the line.
  bool next(HistoryCase& one);
  [[nodiscard]] std::int64_t bytes_read() const { return lines_.bytes_read(); }

 private:
  using Step = std::tuple<std::string_view, std::string_view, std::string_view>;

  bool read_entry();
  void follow(engine::CaseFold& fold, const engine::HistoryEntry& entry) const;

  const engine::Process& process_;
  LineReader lines_;
  std::set<Step> allowed_;
  std::optional<engine::HistoryEntry> waiting_;  // the first entry of the next case
  std::int64_t line_ = 0;
  std::string last_case_;
};

}  // namespace cli
