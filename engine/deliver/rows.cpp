#include "engine/deliver/rows.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"

namespace engine {

DeliveryRows& Reading::deliveries() {
  throw Error(Error::Kind::Fault, "no_deliveries", mark("there are no deliveries in this view of the database"));
}

}  // namespace engine
