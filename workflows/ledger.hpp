#pragma once

#include "engine/happening.hpp"
#include "engine/time/zone.hpp"
#include "workflows/ledger_words.hpp"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace workflows {

/// One row of a ledger as words: what its columns hold, nothing judged. UTF-8.
struct LedgerRow {
  std::array<std::string, column_count> cells;
  std::vector<std::string> parties;  // instead of the party column, where the file has a list

  [[nodiscard]] const std::string& operator[](Column column) const { return cells[static_cast<std::size_t>(column)]; }
  [[nodiscard]] std::string& operator[](Column column) { return cells[static_cast<std::size_t>(column)]; }
};

/// Why a row is refused. `args` go into the placeholders of the message.
struct LedgerFault {
  std::string code;     // stable word for programs, e.g. "bad_time"
  std::string message;  // message id
  std::vector<std::string> args;
};

/// What a row says that happened, in the process's order; the steps that it only implies are marked as inferred.
struct LedgerCase {
  std::string ref;
  engine::Instant arrived;
  std::string receiver;  // name of the person who received, as written; empty if nobody did
  std::vector<engine::Happening> steps;
};

/// What a row is read against.
struct LedgerReading {
  engine::Zone zone;                                    // of local times
  engine::Instant now;                                  // nothing happens after it
  engine::Actor actor;                                  // who imports
  std::function<std::string(std::string_view)> person;  // the roster id of a name in the ledger
  bool arrives_now = false;  // a row without a time of arrival arrives now; else it is refused
  bool names_refs = true;    // false: the ledger numbers nothing, its rows are known by what they say
};

/// A roster id for a name that is not on the roster: the name itself where it is a short ASCII word, else made of it.
[[nodiscard]] std::string ledger_person_id(std::string_view name);

/// The ref of a row in a ledger that gives none: the same arrival, parties and description have the same ref in every
/// import, whatever is written into the row later. A running number of the sheet (序号) is no ref: it starts anew.
[[nodiscard]] std::string ledger_row_ref(engine::Instant arrived, const std::vector<std::string>& parties,
                                         std::string_view description);

/// Judges a row by itself and says what happened. Instants never go back; steps at one instant stand in the process's
/// order. What a ledger never holds (classification, entry, consent, acceptance, session, closing) is inferred.
[[nodiscard]] std::variant<LedgerCase, LedgerFault> ledger_case(const LedgerRow& row, const LedgerReading& reading);

}  // namespace workflows
