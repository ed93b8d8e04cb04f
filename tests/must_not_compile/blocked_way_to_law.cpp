#include "tests/must_not_compile/without.hpp"

using namespace workflows;
using Blocked = Row<State::Visited, Event::Law, Stay, Do<Effects{}>, If<Guard::NoOpenTask>>;
template struct proofs::Proven<boost::mp11::mp_push_back<broken::Without<State::Visited, Event::Law>, Blocked>>;
