#pragma once

#include "engine/happening.hpp"
#include "engine/instant.hpp"

#include <array>
#include <cstdint>
#include <string>

namespace engine {

/// One line of a case's history. Append-only; `hash` covers every other member and the previous hash.
struct HistoryEntry {
  std::string case_id;
  std::int64_t seq = 0;  // 1, 2, 3 ... within the case, without a gap
  std::string event;
  std::string state_before;  // empty for the arrival
  std::string state_after;
  Instant occurred_at;  // when it happened: what is judged
  Instant recorded_at;  // when it was typed
  std::string actor;    // person id
  std::string centre;   // the centre of the case after this step
  std::string holder;   // person id after this step
  Origin origin = Origin::Person;
  bool late_entry = false;  // 补录: typed later than the policy's tolerance after it happened
  std::string fields;       // JSON object, keys sorted, as told and checked
  std::string clocks;       // what happened to the clocks, in the text form of engine/clock_text.hpp
  std::string prev_hash;    // 64 hex digits; zeros for the first
  std::string hash;         // 64 hex digits

  friend bool operator==(const HistoryEntry&, const HistoryEntry&) = default;
};

/// The stored word for an origin and back; an unknown word throws engine::Error.
[[nodiscard]] std::string_view to_word(Origin origin);
[[nodiscard]] Origin origin_from(std::string_view word);

/// The previous hash of the first entry of every case.
[[nodiscard]] const std::string& genesis_hash();

/// SHA-256 (64 lowercase hex digits) over the entry's canonical form: a version tag, then every member but `hash` as
/// "<length>:<bytes>," in the order of the struct, so that no two different entries share a form.
[[nodiscard]] std::string chain_hash(const HistoryEntry& entry);

}  // namespace engine
