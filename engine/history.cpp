#include "engine/history.hpp"

#include "engine/digest.hpp"
#include "engine/error.hpp"

#include <charconv>

namespace engine {
namespace {

constexpr std::array<std::string_view, 4> origin_words{"person", "system", "import", "inferred"};

void add(std::string& form, std::string_view bytes) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), bytes.size()).ptr;
  form.append(digits.data(), end).append(1, ':').append(bytes).append(1, ',');
}

void add(std::string& form, std::int64_t number) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  add(form, std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

void write_canonical(const HistoryEntry& entry, std::string& form) {
  form = "maotiao-history-1\n";
  add(form, entry.case_id);
  add(form, entry.seq);
  add(form, entry.event);
  add(form, entry.state_before);
  add(form, entry.state_after);
  add(form, entry.occurred_at.time_since_epoch().count());
  add(form, entry.recorded_at.time_since_epoch().count());
  add(form, entry.actor);
  add(form, entry.centre);
  add(form, entry.holder);
  add(form, to_word(entry.origin));
  add(form, std::int64_t{entry.late_entry});
  add(form, entry.fields);
  add(form, entry.clocks);
  add(form, entry.prev_hash);
}

}  // namespace

std::string_view to_word(Origin origin) { return origin_words[static_cast<std::size_t>(origin)]; }

Origin origin_from(std::string_view word) {
  for (std::size_t i = 0; i < origin_words.size(); ++i)
    if (origin_words[i] == word) return static_cast<Origin>(i);
  throw Error(Error::Kind::Fault, "unknown_origin", "the history holds an unknown origin '" + std::string(word) + "'");
}

const std::string& genesis_hash() {
  static const std::string zeros(64, '0');
  return zeros;
}

std::string chain_hash(const HistoryEntry& entry) {
  thread_local std::string form;
  write_canonical(entry, form);
  return sha256_hex(form);
}

}  // namespace engine
