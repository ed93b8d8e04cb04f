#pragma once

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// What the command line asks for.
struct Request {
  const Row* row = nullptr;  // null: no command was named
  Arguments arguments{""};   // the command's own words
  Arguments common{""};      // the global options, by name
};

/// The options that every command takes, before or after its name.
[[nodiscard]] const std::vector<Option>& common_options();

/// Reads the command line. Only the named command's options are built. Words that do not fit throw Fault (Usage).
[[nodiscard]] Request read_request(std::span<const std::string> words);

}  // namespace cli
