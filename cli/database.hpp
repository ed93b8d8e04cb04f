#pragma once

#include "engine/schedule/health.hpp"
#include "engine/schedule/ports.hpp"
#include "engine/store.hpp"

#include <memory>
#include <string>

namespace cli {

/// Opens a centre's database; engine::Error when there is none, it is another program's, newer, or locked.
[[nodiscard]] std::unique_ptr<engine::Store> open_database(const std::string& path);
/// Makes one. engine::Error (Refused, "database_exists") when the file is already there.
[[nodiscard]] std::unique_ptr<engine::Store> make_database(const std::string& path);

/// What a server stands on: one thread that commits together whatever is queued, and news of every commit by anybody.
struct Served {
  std::unique_ptr<engine::Store> file;   // ends last
  std::unique_ptr<engine::Store> store;  // for all who read and write in this program
  std::unique_ptr<engine::Changes> changes;
};
[[nodiscard]] Served open_for_serving(const std::string& path);
/// One more listener, for one who waits on its own.
[[nodiscard]] std::unique_ptr<engine::Changes> watch_database(const std::string& path);

/// The room on the disk of the database, and whether this user may write it.
[[nodiscard]] engine::GroundState ground_of(const std::string& path);

}  // namespace cli
