#pragma once

#include "engine/store.hpp"

#include <memory>
#include <string>

namespace cli {

/// Opens a centre's database; engine::Error when there is none, it is another program's, newer, or locked.
[[nodiscard]] std::unique_ptr<engine::Store> open_database(const std::string& path);
/// Makes one. engine::Error (Refused, "database_exists") when the file is already there.
[[nodiscard]] std::unique_ptr<engine::Store> make_database(const std::string& path);

}  // namespace cli
