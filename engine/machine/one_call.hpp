#pragma once

#include <boost/mp11.hpp>
#include <boost/mp11/mpl.hpp>
#include <boost/msm/back/state_machine.hpp>
#include <boost/msm/back/tools.hpp>
#include <boost/msm/front/functor_row.hpp>
#include <boost/msm/front/state_machine_def.hpp>

namespace engine::machine {

/// Writes a state's id straight into a machine through its public `serialize`: no entry action, no start().
class Restorer {
 public:
  explicit Restorer(int id) : id_(id) {}
  void operator&(int (&states)[1]) const { states[0] = id_; }
  template <class Other>
  void operator&(Other&) const {}

 private:
  int id_;
};

/// The id Boost.MSM gives a state type of `Machine`. Ids follow the order of rows: never store one.
template <class Machine, class StateType>
inline constexpr int id_of = boost::msm::back::get_state_id<typename Machine::stt, StateType>::type::value;

}  // namespace engine::machine
