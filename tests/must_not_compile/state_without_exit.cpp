#include "tests/must_not_compile/without.hpp"

using namespace workflows;
template <class R>
using Leaves = boost::mp11::mp_bool<R::from == State::Visited && !TargetOf<R::from, typename R::To>::stays>;
template struct proofs::Proven<boost::mp11::mp_remove_if<dispute::Table, Leaves>>;
