#include "tests/must_not_compile/without.hpp"

template struct workflows::proofs::Proven<broken::Without<workflows::State::Visited, workflows::Event::Refuse>>;
