#include "engine/accounts/rows.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"
#include "engine/store.hpp"

namespace engine {

AccountRows& Reading::accounts() {
  throw Error(Error::Kind::Fault, "no_accounts", mark("there are no accounts in this view of the database"));
}

}  // namespace engine
