#include "tests/must_not_compile/without.hpp"

using namespace workflows;
using Hasty =
    Row<State::Planned, Event::Accept, Go<State::Mediating>, Do<arm(Limit::Mediation)>, If<Guard::MediationOpen>>;
template struct proofs::Proven<boost::mp11::mp_push_back<broken::Without<State::Planned, Event::Accept>, Hasty>>;
