#include "tests/must_not_compile/without.hpp"

using namespace workflows;
template struct proofs::Proven<broken::With<Row<State::Received, Event::Sort, Stay, Do<Effects{}>, If<>>>>;
