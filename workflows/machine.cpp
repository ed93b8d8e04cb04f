#include "workflows/machine.hpp"

#include "engine/machine/one_call.hpp"
#include "workflows/aside_table.hpp"
#include "workflows/custody_table.hpp"
#include "workflows/dispute_table.hpp"

namespace workflows {
namespace {

namespace mp = boost::mp11;
namespace front = boost::msm::front;
namespace back = boost::msm::back;

template <auto Where>
struct Place : front::state<> {};
template <Event What>
struct Happens {};

/// The questions of a row, asked in order; the first that refuses is remembered unless it only chooses between rows.
template <class Asked>
struct Ask_ {
  template <class Happened, class Machine, class From, class To>
  bool operator()(const Happened&, Machine& machine, From&, To&) const {
    for (const Guard guard : Asked::guards)
      if (!machine.answered(guard)) return false;
    return true;
  }
};
template <Effects What>
struct Do_ {
  template <class Happened, class Machine, class From, class To>
  void operator()(const Happened&, Machine& machine, From&, To&) const {
    machine.out->effects = What;
  }
};

template <class To>
struct AsTarget;
template <>
struct AsTarget<Stay> {
  using type = front::none;
};
template <auto To>
struct AsTarget<Go<To>> {
  using type = Place<To>;
};
template <class R>
using AsMsmRow = front::Row<Place<R::from>, Happens<R::event>, typename AsTarget<typename R::To>::type, Do_<R::effects>,
                            Ask_<typename R::Asked>>;

/// `Of` names a table and its first place; it stands in for them so that the machine's type has a short name.
template <class Of>
struct Front : front::state_machine_def<Front<Of>> {
  using transition_table = mp::mp_transform<AsMsmRow, typename Of::Table>;
  using initial_state = Place<Of::first>;
  using no_message_queue = int;
  using no_exception_thrown = int;

  template <class Happened, class Machine>
  void no_transition(const Happened&, Machine&, int) {}

  bool answered(Guard guard) {
    const GuardWords& question = words(guard);
    if (question.holds(*facts, *told)) return true;
    if (question.asks != Asks::Choice && !refused) {
      refused = true;
      out->refused_by = guard;
    }
    return false;
  }

  const Facts* facts = nullptr;
  const Told* told = nullptr;
  Advance* out = nullptr;
  bool refused = false;
};

template <class R>
using EventOf = std::integral_constant<Event, R::event>;
template <class R>
using FromOf = std::integral_constant<typename R::Place, R::from>;
template <class R>
using TargetPlace = std::integral_constant<typename R::Place, TargetOf<R::from, typename R::To>::value>;

/// A machine over one table: place and event in, place out.
template <class Of>
struct OneCall {
  using Rows = typename Of::Table;
  using PlaceType = std::remove_const_t<decltype(Of::first)>;
  using Machine = back::state_machine<Front<Of>>;
  using Events = mp::mp_unique<mp::mp_transform<EventOf, Rows>>;
  using Places = mp::mp_unique<mp::mp_append<mp::mp_transform<FromOf, Rows>, mp::mp_transform<TargetPlace, Rows>>>;
  static constexpr std::size_t ids = 16;

  static constexpr auto id_by_place = [] {
    std::array<int, ids> table{};
    table.fill(-1);
    mp::mp_for_each<Places>([&](auto place) {
      table[static_cast<std::size_t>(place.value)] = engine::machine::id_of<Machine, Place<place.value>>;
    });
    return table;
  }();
  static constexpr auto place_by_id = [] {
    std::array<PlaceType, ids> table{};
    mp::mp_for_each<Places>([&](auto place) {
      table[static_cast<std::size_t>(engine::machine::id_of<Machine, Place<place.value>>)] = place.value;
    });
    return table;
  }();

  using Fire = back::HandledEnum (*)(Machine&);
  template <Event What>
  static back::HandledEnum fire(Machine& machine) {
    return machine.process_event(Happens<What>{});
  }
  static constexpr auto fire_by_event = [] {
    std::array<Fire, event_count> table{};
    mp::mp_for_each<Events>([&](auto event) { table[static_cast<std::size_t>(event.value)] = &fire<event.value>; });
    return table;
  }();
  static bool takes(Event event) { return fire_by_event[static_cast<std::size_t>(event)] != nullptr; }

  static PlaceType run(PlaceType place, const Facts& facts, const Told& told, Advance& out) {
    const int id = id_by_place[static_cast<std::size_t>(place)];
    if (id < 0) return place;
    Machine machine;
    engine::machine::Restorer restorer(id);
    machine.serialize(restorer, 0U);
    machine.facts = &facts;
    machine.told = &told;
    machine.out = &out;
    const auto handled = fire_by_event[static_cast<std::size_t>(told.event)](machine);
    using Result = Advance::Result;
    const bool taken = (handled & back::HANDLED_TRUE) != 0;
    out.result = taken ? Result::Taken : machine.refused ? Result::Refused : Result::NoTransition;
    return taken ? place_by_id[static_cast<std::size_t>(machine.current_state()[0])] : place;
  }
};

struct DisputeTable {
  using Table = dispute::Table;
  static constexpr State first = State::Fresh;
};
struct CustodyTable {
  using Table = custody::Table;
  static constexpr Custody first = Custody::Held;
};
using DisputeMachine = OneCall<DisputeTable>;
using CustodyMachine = OneCall<CustodyTable>;

void advance_aside(const Facts& facts, const Told& told, Advance& out) {
  for (const aside::Line& line : aside::table) {
    if (line.event != told.event) continue;
    if (!in(line.where, out.state)) return;
    for (const Guard guard : line.guards()) {
      if (words(guard).holds(facts, told)) continue;
      out.result = Advance::Result::Refused;
      out.refused_by = guard;
      return;
    }
    out.result = Advance::Result::Taken;
    out.effects = line.effects;
    return;
  }
}

}  // namespace

Advance advance(State state, const Facts& facts, const Told& told) {
  Advance out;
  out.state = state;
  out.custody = facts.custody;
  if (DisputeMachine::takes(told.event))
    out.state = DisputeMachine::run(state, facts, told, out);
  else if (CustodyMachine::takes(told.event))
    out.custody = in(held_states, state) ? CustodyMachine::run(facts.custody, facts, told, out) : facts.custody;
  else
    advance_aside(facts, told, out);
  return out;
}

}  // namespace workflows
