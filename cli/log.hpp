#pragma once

#include <string>

namespace cli {

/// For whoever runs the program, on standard error; MAOTIAO_LOG sets the level (default warn).
void log_warning(const std::string& sentence);
void log_info(const std::string& sentence);

}  // namespace cli
