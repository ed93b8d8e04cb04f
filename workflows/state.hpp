#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace workflows {

/// Where a case is. `Fresh` is the case that does not exist yet; its stored name is empty.
enum class State : std::uint8_t {
  Fresh,
  Arrived,
  Received,
  Sorted,
  Entered,
  Planned,
  Mediating,
  Suspended,
  AwaitingVisit,
  Visited,
  Closed,
  Archived,
  Reopened,
  Merged,
  Left,
};

/// The stored name never changes; the words people read stand beside it.
struct StateWords {
  State state;
  std::string_view name;
  const char* en;  // message id
  std::string_view zh;
  bool final;
};

/// One line a state, in the order of the enum.
[[nodiscard]] std::span<const StateWords> states();
[[nodiscard]] const StateWords& words(State state);
[[nodiscard]] std::string_view name(State state);
/// Nothing if no state has that stored name.
[[nodiscard]] std::optional<State> state_named(std::string_view name);

using StateSet = std::uint32_t;

constexpr StateSet set_of(State state) { return StateSet{1} << static_cast<unsigned>(state); }
template <class... States>
constexpr StateSet set_of(State first, States... rest) {
  return set_of(first) | set_of(rest...);
}
constexpr bool in(StateSet set, State state) { return (set & set_of(state)) != 0; }

inline constexpr std::size_t state_count = 15;
inline constexpr StateSet final_states = set_of(State::Closed, State::Archived, State::Merged, State::Left);
/// Every state of a case that somebody still owes something.
inline constexpr StateSet live_states = ((StateSet{1} << state_count) - 1) & ~final_states & ~set_of(State::Fresh);
/// From reception on somebody holds the case (domain C1).
inline constexpr StateSet held_states = live_states & ~set_of(State::Arrived);

}  // namespace workflows
