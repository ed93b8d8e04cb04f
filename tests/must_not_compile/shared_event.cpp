#include "tests/must_not_compile/without.hpp"

using namespace workflows;
template struct proofs::Proven<broken::With<Row<State::Planned, Event::Offer, Stay, Do<Effects{}>, If<>>>>;
