#pragma once

#include "engine/instant.hpp"
#include "workflows/event.hpp"
#include "workflows/field.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace engine {
struct Person;
}

namespace workflows {

/// The value of one field: text as it was told, and as a number where it is one (milliseconds of an instant, the index
/// of a choice, 0/1 of a bool, the first item of a list with `items` of them).
struct Slot {
  Field field;
  std::string_view text;
  std::int64_t number = 0;
  std::uint32_t items = 0;
};

/// What the roster says about the people a step names: asked only when it is judged, never when it is replayed.
struct Witness {
  const engine::Person* named =
      nullptr;  // receiver, to, responsible, mediator ... of the event; null: not on the roster
  const engine::Person* second = nullptr;  // checked_by, replaced_by
  const engine::Person* actor = nullptr;
  const engine::Person* fallback = nullptr;  // the head of the unit that was offered the case, else the director
  bool named_in_term = false;
  bool actor_is_director = false;
  bool actor_is_supervisor = false;
  bool into_itself = false;  // a merge that names the case itself
  int attempt_days = 0;      // different days of the attempts at a visit, in the site's zone
};

/// A happening with its fields read: views into text that outlives it (or into `keep`). No allocation but for lists.
class Told {
 public:
  Event event{};
  engine::Instant at;
  std::string_view actor;
  bool by_engine = false;  // told by the engine itself
  bool assumed = false;    // imported, or inferred from a ledger: not everything a person must say is known
  Witness witness;

  [[nodiscard]] const Slot* find(Field field) const {
    for (std::uint32_t i = 0; i < count_; ++i)
      if (slots_[i].field == field) return &slots_[i];
    return nullptr;
  }
  [[nodiscard]] bool has(Field field) const { return find(field) != nullptr; }
  [[nodiscard]] std::string_view text(Field field) const {
    const Slot* slot = find(field);
    return slot ? slot->text : std::string_view{};
  }
  [[nodiscard]] std::int64_t number(Field field, std::int64_t otherwise = 0) const {
    const Slot* slot = find(field);
    return slot ? slot->number : otherwise;
  }
  [[nodiscard]] bool is(Field field) const { return number(field) != 0; }
  template <class Enum>
  [[nodiscard]] bool chose(Field field, Enum value) const {
    const Slot* slot = find(field);
    return slot != nullptr && slot->number == static_cast<std::int64_t>(value);
  }
  [[nodiscard]] engine::Instant instant(Field field) const {
    return engine::Instant{engine::Milliseconds{number(field)}};
  }
  [[nodiscard]] std::span<const std::string_view> list(Field field) const {
    const Slot* slot = find(field);
    if (!slot) return {};
    return std::span(items_).subspan(static_cast<std::size_t>(slot->number), slot->items);
  }

  void rename(Field field, std::string_view text) {
    for (std::uint32_t i = 0; i < count_; ++i)
      if (slots_[i].field == field) slots_[i].text = text;
  }
  void add(Slot slot) {
    if (count_ < slots_.size()) slots_[count_++] = slot;
  }
  void add_list(Field field, const std::vector<std::string_view>& items) {
    add({field, {}, static_cast<std::int64_t>(items_.size()), static_cast<std::uint32_t>(items.size())});
    items_.insert(items_.end(), items.begin(), items.end());
  }
  std::shared_ptr<const void> keep;  // owner of unescaped text, where there was any

 private:
  std::uint32_t count_ = 0;
  std::array<Slot, 20> slots_;
  std::vector<std::string_view> items_;
};

/// Why a field was not taken.
struct BadField {
  std::string_view name;  // of the field, as told
  std::string_view code;  // stable word
  const char* message;    // message id; {0} the field, {1} what belongs there
  std::string_view wanted;
};

/// Reads and checks the fields of a happening against the table: no unknown field, no missing one, right types, text of
/// at most max_text characters of valid UTF-8 without NUL. `fields` must outlive what is returned.
[[nodiscard]] std::variant<Told, BadField> read_fields(Event event, const nlohmann::json& fields);

/// Reads fields that were checked when they were told: the quick way for a replay. `fields` must outlive what is
/// returned. Text that is not a JSON object throws engine::Error.
[[nodiscard]] Told reread_fields(Event event, std::string_view fields);

}  // namespace workflows
