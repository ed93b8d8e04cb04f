#include "workflows/ledger_row.hpp"

#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/ledger_time.hpp"
#include "workflows/names.hpp"

#include <algorithm>
#include <array>

namespace workflows {
namespace {

using engine::Instant;
using engine::mark;

constexpr std::size_t longest_ref = 200;
constexpr std::size_t longest_name = 64;

/// At most 40 bytes of a word, never half a character.
std::string shown(std::string_view text) {
  auto end = std::min<std::size_t>(text.size(), 40);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end));
}

/// Reads the times of one row and finds the first thing that is wrong with them.
class Times {
 public:
  Times(const LedgerRow& row, const LedgerReading& reading) : row_(row), reading_(reading) {}

  std::optional<Instant> read(Column column) {
    const auto text = trimmed(row_[column]);
    if (text.empty() || fault) return {};
    const auto at = ledger_instant(text, reading_.zone);
    if (!at) {
      fault = LedgerFault{"bad_time",
                          mark("{0}: \"{1}\" is not a time (write 2026-05-20 09:00)"),
                          {std::string(name(column)), shown(text)}};
    } else if (*at > reading_.now) {
      fault = LedgerFault{"future", mark("{0}: {1} has not come yet"), {std::string(name(column)), text}};
    } else if (last_ && *at < *last_) {
      fault = LedgerFault{"order",
                          mark("{0} ({1}) lies before {2} ({3})"),
                          {std::string(name(column)), text, std::string(name(last_column_)),
                           engine::format_instant(*last_, reading_.zone)}};
    }
    last_ = at;
    last_column_ = column;
    return at;
  }

  std::optional<LedgerFault> fault;

 private:
  const LedgerRow& row_;
  const LedgerReading& reading_;
  std::optional<Instant> last_;
  Column last_column_{};
};

LedgerFault missing(Column column) {
  return {"missing_" + std::string(name(column)), mark("{0} is missing"), {std::string(name(column))}};
}

/// A time without the one before it in the process: the limits could not be judged.
LedgerFault hole(Column given, Column absent) {
  return {"hole", mark("{0} is given but {1} is not"), {std::string(name(given)), std::string(name(absent))}};
}

/// The first thing that a row must hold beside another and does not.
std::optional<LedgerFault> first_hole(const JudgedRow& row) {
  const bool ends_early = row.outcome == LedgerOutcome::Left || row.outcome == LedgerOutcome::Withdrawn ||
                          row.outcome == LedgerOutcome::WentToLaw;
  const bool leaves = row.outcome == LedgerOutcome::Left;
  struct Rule {
    bool broken;
    Column given, absent;
  };
  const std::array rules{
      Rule{row.received && row.receiver.empty(), Column::Received, Column::Receiver},
      Rule{row.planned && !row.received, Column::Planned, Column::Received},
      Rule{row.resolved && !row.received && !leaves, Column::Resolved, Column::Received},
      Rule{row.resolved && !row.planned && !ends_early, Column::Resolved, Column::Planned},
      Rule{row.resolved && !row.outcome, Column::Resolved, Column::Outcome},
      Rule{row.outcome && !row.resolved && !leaves, Column::Outcome, Column::Resolved},
      Rule{row.visited && !row.resolved, Column::Visited, Column::Resolved},
  };
  for (const auto& rule : rules)
    if (rule.broken) return hole(rule.given, rule.absent);
  if (leaves && (row.received || row.visited))
    return LedgerFault{"contradiction", mark("the visitor left before reception, yet a later step is given"), {}};
  return {};
}

std::optional<LedgerFault> too_long(const JudgedRow& row) {
  const std::array texts{std::pair{Column::Ref, std::pair{row.ref.size(), longest_ref}},
                         std::pair{Column::Receiver, std::pair{row.receiver.size(), longest_name}}};
  for (const auto& [column, sizes] : texts)
    if (sizes.first > sizes.second)
      return LedgerFault{
          "too_long", mark("{0} is longer than {1} bytes"), {std::string(name(column)), std::to_string(sizes.second)}};
  return {};
}

/// The words that need no understanding.
JudgedRow words_of(const LedgerRow& row) {
  JudgedRow judged;
  judged.ref = trimmed(row[Column::Ref]);
  judged.channel = trimmed(row[Column::Channel]);
  judged.type = trimmed(row[Column::Type]);
  judged.description = trimmed(row[Column::Description]);
  judged.receiver = trimmed(row[Column::Receiver]);
  judged.parties = row.parties.empty() ? split_names(row[Column::Party]) : row.parties;
  return judged;
}

}  // namespace

std::variant<JudgedRow, LedgerFault> judge_row(const LedgerRow& row, const LedgerReading& reading) {
  JudgedRow judged = words_of(row);
  if (judged.ref.empty() && reading.names_refs) return missing(Column::Ref);
  if (auto fault = too_long(judged)) return *std::move(fault);
  Times times(row, reading);
  const auto arrived = times.read(Column::Arrived);
  judged.received = times.read(Column::Received);
  judged.planned = times.read(Column::Planned);
  judged.resolved = times.read(Column::Resolved);
  judged.visited = times.read(Column::Visited);
  if (times.fault) return *std::move(times.fault);
  const bool has_later = judged.received || judged.planned || judged.resolved || judged.visited;
  if (!arrived && (!reading.arrives_now || has_later)) return missing(Column::Arrived);
  judged.arrived = arrived.value_or(reading.now);
  if (judged.ref.empty()) judged.ref = ledger_row_ref(judged.arrived, judged.parties, judged.description);
  if (const auto word = trimmed(row[Column::Outcome]); !word.empty()) {
    judged.outcome = outcome_named(word);
    if (!judged.outcome) return LedgerFault{"unknown_outcome", mark("outcome \"{0}\" is not known"), {shown(word)}};
  }
  if (auto fault = first_hole(judged)) return *std::move(fault);
  return judged;
}

}  // namespace workflows
