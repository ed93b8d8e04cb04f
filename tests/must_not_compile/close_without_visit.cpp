#include "tests/must_not_compile/without.hpp"

using namespace workflows;
template struct proofs::Proven<
    broken::With<Row<State::AwaitingVisit, Event::Close, Go<State::Closed>, Do<stop_all()>, If<Guard::VisitDone>>>>;
