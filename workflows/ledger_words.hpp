#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace workflows {

/// The columns of a ledger. A row holds some of them; nothing else of a ledger is read.
enum class Column : std::uint8_t {
  Ref,
  Arrived,
  Channel,
  Party,
  Type,
  Description,
  Received,
  Receiver,
  Planned,
  Resolved,
  Outcome,
  Visited,
};
inline constexpr std::size_t column_count = 12;

/// The English heading, as in the files of other programs.
[[nodiscard]] std::string_view name(Column column);
/// What a heading stands for; of two headings for one column the one of the lower rank says it better.
struct Heading {
  Column column;
  int rank;
};
/// Nothing if no column has that heading; Chinese or English, whatever the case, spaces, underscores and brackets.
[[nodiscard]] std::optional<Heading> heading_named(std::string_view heading);

/// How a row of a ledger says that the matter ended.
enum class LedgerOutcome : std::uint8_t {
  Settled,
  Failed,
  Handled,
  Explained,
  Aided,
  Lawful,
  Routed,
  Withdrawn,
  WentToLaw,
  Left,
};

/// Nothing if the word is not known; Chinese or English.
[[nodiscard]] std::optional<LedgerOutcome> outcome_named(std::string_view word);

}  // namespace workflows
