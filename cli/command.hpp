#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cli {

class Arguments;
class Session;

/// One word or option that a command takes.
struct Option {
  enum class Need { Optional, Required, Many };  // Many: none, one or more

  std::string name;        // "case": a word in its place; "--at": an option
  std::string_view value;  // what stands for the value in the help, e.g. "T"; empty: a flag
  std::string_view help;   // message id (engine::mark)
  Need need = Need::Optional;
  bool yes_no = false;  // a flag with an answer: --smiled or --no-smiled
};

/// What a command takes and does. Its name and its one-line summary are its row in commands.cpp.
struct Command {
  /// The options beside the global ones; `name` is the command as typed (one Command may serve several rows).
  std::vector<Option> (*options)(std::string_view name);
  /// One line to paste, without the leading `maotiao`.
  std::string_view example;
  /// Does it and gives the exit code; faults of the world are thrown as engine::Error and told in one place.
  int (*run)(Session& session, const Arguments& arguments);
};

}  // namespace cli
