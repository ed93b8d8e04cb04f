#pragma once

#include "workflows/dispute_table.hpp"
#include "workflows/proofs.hpp"

namespace broken {

using namespace workflows;
namespace mp = boost::mp11;

/// The dispute's table without its row for one event in one state.
template <State From, Event What>
struct IsRow {
  template <class R>
  using fn = mp::mp_bool<R::from == From && R::event == What>;
};
template <State From, Event What>
using Without = mp::mp_remove_if_q<dispute::Table, IsRow<From, What>>;
template <class... Rows>
using With = mp::mp_append<dispute::Table, mp::mp_list<Rows...>>;

}  // namespace broken
