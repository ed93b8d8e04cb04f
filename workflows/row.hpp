#pragma once

#include "workflows/event.hpp"
#include "workflows/facts.hpp"
#include "workflows/guard.hpp"
#include "workflows/limit.hpp"
#include "workflows/state.hpp"

#include <array>
#include <cstdint>
#include <span>

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

namespace workflows {

/// What follows, as a type.
template <Effects What>
struct Do {
  static constexpr Effects effects = What;
};
/// What is asked, in this order, as a type.
template <Guard... Questions>
struct If {
  static constexpr std::array<Guard, sizeof...(Questions)> guards{Questions...};
};
/// The state the row stands in: the step is taken without moving.
struct Stay {};
template <auto To>
struct Go {};

/// One row of a machine's table over some kind of place (`State`, `Custody`). It knows nothing of Boost.MSM.
template <auto From, Event What, class Target, class Action, class Condition>
struct Row {
  using Place = decltype(From);
  static constexpr Place from = From;
  static constexpr Event event = What;
  static constexpr Effects effects = Action::effects;
  static constexpr auto& guards = Condition::guards;
  using To = Target;
  using Asked = Condition;
};

template <auto From, class Target>
struct TargetOf;
template <auto From>
struct TargetOf<From, Stay> {
  static constexpr auto value = From;
  static constexpr bool stays = true;
};
template <auto From, auto To>
struct TargetOf<From, Go<To>> {
  static constexpr auto value = To;
  static constexpr bool stays = false;
};

/// A row as a value: what drawings, proofs and "what is possible here" read.
template <class Place>
struct RowValue {
  Place from;
  Event event;
  Place to;
  bool stays;
  Effects effects;
  std::span<const Guard> guards;
};

template <class R>
constexpr auto value_of() {
  using Target = TargetOf<R::from, typename R::To>;
  return RowValue<typename R::Place>{R::from, R::event, Target::value, Target::stays, R::effects, R::guards};
}

template <class... Rows>
constexpr auto values_of(boost::mp11::mp_list<Rows...>) {
  return std::array{value_of<Rows>()...};
}

}  // namespace workflows
