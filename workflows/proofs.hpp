#pragma once

#include "workflows/aside_table.hpp"
#include "workflows/custody_table.hpp"
#include "workflows/row.hpp"

/// Questions about a whole table, asked while it compiles. `Rows` is an array of RowValue<State>.
namespace workflows::proofs {

constexpr State state_at(std::size_t index) { return static_cast<State>(index); }
constexpr bool is_live(State state) { return in(live_states, state); }

/// Rows of this event cannot be blocked in the state: they only choose among themselves, and one choice always holds.
template <class Rows>
constexpr bool unblockable(const Rows& rows, State state, Event event) {
  std::size_t plain = 0, choosing = 0;
  int group = 0;
  for (const auto& row : rows) {
    if (row.from != state || row.event != event) continue;
    if (row.guards.size() > 1) return false;
    if (row.guards.empty()) ++plain;
    for (const Guard guard : row.guards) {
      if (!is_choice(guard)) return false;
      group = choice_group(guard);
      ++choosing;
    }
  }
  constexpr int reached = 5;  // the only group of three
  return plain == 1 ? choosing == 0 : plain == 0 && choosing == (group == reached ? 3U : 2U);
}

template <class Rows>
constexpr bool every_live_state_takes(const Rows& rows, Event event) {
  for (std::size_t i = 0; i < state_count; ++i)
    if (is_live(state_at(i)) && !unblockable(rows, state_at(i), event)) return false;
  return true;
}

/// A case at rest only goes into the archive or breaks out again; a merge made in error is undone.
template <class Rows>
constexpr bool final_states_rest(const Rows& rows) {
  for (const auto& row : rows)
    if (in(final_states, row.from) && row.event != Event::Archive && row.event != Event::Reopen &&
        row.event != Event::Unmerge)
      return false;
  return true;
}

template <class Rows>
constexpr bool every_live_state_has_an_exit(const Rows& rows) {
  StateSet left = 0;
  for (const auto& row : rows)
    if (row.to != row.from) left |= set_of(row.from);
  return (live_states & ~left) == 0;
}

/// An undone merge only takes the case back to where it had come by the other rows.
constexpr bool goes_back(Event event) { return event == Event::Unmerge; }

template <class Rows>
constexpr bool only_way_into(const Rows& rows, State target, State from, Event event) {
  bool found = false;
  for (const auto& row : rows) {
    if (row.to != target || row.from == target || goes_back(row.event)) continue;
    if (row.from != from || row.event != event) return false;
    found = true;
  }
  return found;
}

constexpr bool asks(std::span<const Guard> guards, Guard wanted) {
  for (const Guard guard : guards)
    if (guard == wanted) return true;
  return false;
}

template <class Rows>
constexpr bool mediation_needs_consent_and_plan(const Rows& rows) {
  for (const auto& row : rows) {
    if (row.to != State::Mediating || row.from == State::Mediating || row.from == State::Suspended) continue;
    if (goes_back(row.event)) continue;
    if (!asks(row.guards, Guard::AllConsented) || !asks(row.guards, Guard::PlanRightsTold)) return false;
  }
  return true;
}

template <class Rows>
constexpr bool closing_asks(const Rows& rows, Guard question) {
  for (const auto& row : rows)
    if (row.to == State::Closed && !asks(row.guards, question)) return false;
  return true;
}

template <class Rows>
constexpr bool every_row_asks(const Rows& rows, Event event, Guard question) {
  for (const auto& row : rows)
    if (row.event == event && !asks(row.guards, question)) return false;
  return true;
}

template <class Row>
constexpr bool disjoint(const Row& a, const Row& b) {
  for (const Guard one : a.guards)
    for (const Guard other : b.guards)
      if (is_choice(one) && one != other && choice_group(one) == choice_group(other)) return true;
  return false;
}

/// Boost.MSM tries rows from the last up and compiles two open ones in silence: here they must exclude each other.
template <class Rows>
constexpr bool rows_exclude_each_other(const Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = i + 1; j < rows.size(); ++j)
      if (rows[i].from == rows[j].from && rows[i].event == rows[j].event && !disjoint(rows[i], rows[j])) return false;
  return true;
}

template <class Rows>
constexpr StateSet reachable_from(const Rows& rows, State start) {
  StateSet reached = set_of(start);
  for (std::size_t round = 0; round < state_count; ++round)
    for (const auto& row : rows)
      if (in(reached, row.from)) reached |= set_of(row.to);
  return reached;
}

template <class Rows>
constexpr bool every_state_is_reached(const Rows& rows) {
  return reachable_from(rows, State::Fresh) == (StateSet{1} << state_count) - 1;
}

template <class Rows>
constexpr bool closing_is_reached_from_every_live_state(const Rows& rows) {
  for (std::size_t i = 0; i < state_count; ++i)
    if (is_live(state_at(i)) && !in(reachable_from(rows, state_at(i)), State::Closed)) return false;
  return true;
}

/// The limit that answers for each live state: it runs whatever way the case came in.
constexpr Limit answering(State state) {
  switch (state) {
    case State::Arrived: return Limit::Reception;
    case State::Planned: return Limit::Step;
    case State::Mediating: return Limit::Mediation;
    case State::Suspended: return Limit::Suspension;
    case State::AwaitingVisit: return Limit::Visit;
    case State::Visited: return Limit::Closing;
    default: return Limit::Plan;
  }
}

/// Which limits surely run in each state: what survives on every row into it, as the greatest fixed point.
template <class Rows>
constexpr std::array<LimitSet, state_count> surely_running(const Rows& rows) {
  std::array<LimitSet, state_count> running{};
  running.fill(all_limits);
  running[0] = 0;
  for (std::size_t round = 0; round < state_count + limit_count; ++round)
    for (const auto& row : rows) {
      const Effects& done = row.effects;
      const LimitSet after = (running[static_cast<std::size_t>(row.from)] & ~done.meet & ~done.stop) | done.start;
      running[static_cast<std::size_t>(row.to)] &= after;
    }
  return running;
}

template <class Rows>
constexpr bool every_live_state_is_answered_for(const Rows& rows) {
  const auto running = surely_running(rows);
  for (std::size_t i = 0; i < state_count; ++i)
    if (is_live(state_at(i)) && !in(running[i], answering(state_at(i)))) return false;
  return true;
}

template <class Rows>
constexpr bool uses(const Rows& rows, Event event) {
  for (const auto& row : rows)
    if (row.event == event) return true;
  return false;
}

/// Every event stands in exactly one table: no event can be half done (Boost.MSM regions are not atomic).
template <class Rows, class CustodyRows>
constexpr bool tables_share_no_event(const Rows& rows, const CustodyRows& custody_rows) {
  for (std::size_t i = 0; i < event_count; ++i) {
    const auto event = static_cast<Event>(i);
    const bool taken = uses(rows, event), held = uses(custody_rows, event), beside = uses(aside::table, event);
    if (int{taken} + int{held} + int{beside} != 1) return false;
  }
  return true;
}

template <class CustodyRows>
constexpr bool somebody_always_holds(const CustodyRows& rows) {
  for (const auto& row : rows)
    if (row.to == Custody::None || row.from == Custody::None) return false;
  return true;
}

/// A receiver acknowledges or objects, the limit lapses, or the referee designates: there is no other answer.
template <class CustodyRows>
constexpr bool no_reject(const CustodyRows& rows) {
  for (const auto& row : rows) {
    const bool to_held = row.to == Custody::Held && row.from != Custody::Held;
    if (to_held && row.event != Event::Ack && row.event != Event::Lapse && row.event != Event::Designate) return false;
  }
  return true;
}

template <class CustodyRows>
constexpr bool offers_have_limits(const CustodyRows& rows) {
  for (const auto& row : rows) {
    if (row.to == Custody::Offered && !in(row.effects.start, Limit::Handoff)) return false;
    if (row.to == Custody::Disputed && !in(row.effects.start, Limit::Referee)) return false;
  }
  return true;
}

/// A table that compiles in here keeps what design section 4 promises.
template <class Table>
struct Proven {
  static constexpr auto rows = values_of(Table{});
  static_assert(every_live_state_takes(rows, Event::Law), "a party may go to law in every state that is not final");
  static_assert(every_live_state_takes(rows, Event::Refuse),
                "a party may refuse mediation in every state that is not final");
  static_assert(final_states_rest(rows),
                "a final state is left only into the archive, by a relapse, or because a merge is undone");
  static_assert(every_live_state_has_an_exit(rows), "every live state has an exit");
  static_assert(every_state_is_reached(rows), "every state is the target of some way");
  static_assert(closing_is_reached_from_every_live_state(rows), "a closing state can be reached from everywhere");
  static_assert(only_way_into(rows, State::Closed, State::Visited, Event::Close),
                "no way into closed but from visited");
  static_assert(only_way_into(rows, State::Visited, State::AwaitingVisit, Event::Visit),
                "no way into visited but by a visit");
  static_assert(closing_asks(rows, Guard::VisitDone), "nothing closes without a visit or its documented impossibility");
  static_assert(mediation_needs_consent_and_plan(rows), "no mediation without every party's consent and a told plan");
  static_assert(every_row_asks(rows, Event::Route, Guard::ReceiptOrNotice),
                "leaving the system needs a receipt or a signed notice");
  static_assert(rows_exclude_each_other(rows), "two rows for one state and event exclude each other");
  static_assert(every_live_state_is_answered_for(rows),
                "every live state has an armed limit, whatever way the case came");
  static_assert(tables_share_no_event(rows, custody::rows), "every event stands in exactly one table");
};

}  // namespace workflows::proofs
