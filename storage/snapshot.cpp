#include "storage/snapshot.hpp"

#include "engine/error.hpp"

namespace storage {

// BEGIN alone waits for the first read before it fixes the view.
Snapshot::Snapshot(Connection& connection) : connection_(connection) {
  connection_.run("BEGIN");
  static_cast<void>(connection_.number("SELECT count(*) FROM schema_migrations"));
}

Snapshot::~Snapshot() {
  try {
    if (!connection_.idle()) connection_.run("ROLLBACK");
  } catch (const engine::Error&) {
    return;  // a snapshot has nothing to lose
  }
}

}  // namespace storage
