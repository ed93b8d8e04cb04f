#pragma once

#include <string>

namespace cli {

/// For whoever runs the program, on standard error; MAOTIAO_LOG sets the level (default warn).
/// For a program that runs on: from now on what is worth knowing is told too, each line with its time, or, where the
/// journal reads, with its priority.
void log_as_service();
void log_warning(const std::string& sentence);
void log_info(const std::string& sentence);

}  // namespace cli
