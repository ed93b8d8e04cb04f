#include "tests/must_not_compile/without.hpp"

using namespace workflows;
using Silent = Row<State::Entered, Event::Plan, Go<State::Planned>, Do<meet(Limit::Plan)>, If<>>;
template struct proofs::Proven<boost::mp11::mp_push_back<broken::Without<State::Entered, Event::Plan>, Silent>>;
