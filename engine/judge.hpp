#pragma once

#include "engine/process.hpp"
#include "engine/store.hpp"
#include "engine/verify.hpp"

#include <optional>
#include <set>
#include <string_view>
#include <tuple>

namespace engine {

class CaseFold;

/// Judges case files by a process. Thread-safe.
class Judge {
 public:
  explicit Judge(const Process& process);

  /// Follows a case from its first entry to its record; gives the first thing that is wrong.
  [[nodiscard]] std::optional<BadEntry> operator()(const CaseFile& file) const;

 private:
  [[nodiscard]] std::optional<BadEntry> follow(CaseFold& fold, const HistoryEntry& entry) const;
  [[nodiscard]] bool allows(const HistoryEntry& entry) const;

  using Row = std::tuple<std::string_view, std::string_view, std::string_view>;

  const Process& process_;
  std::set<Row> relation_;
};

}  // namespace engine
