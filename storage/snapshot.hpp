#pragma once

#include "storage/connection.hpp"

namespace storage {

/// One consistent view of the database for as long as it lives; it ends whatever happens.
class Snapshot {
 public:
  explicit Snapshot(Connection& connection);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Connection& connection_;
};

}  // namespace storage
