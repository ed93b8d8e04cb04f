#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// The words of one command as parsed: valid UTF-8 without NUL, each within the bound of one argument.
class Arguments {
 public:
  explicit Arguments(std::string command) : command_(std::move(command)) {}

  /// The command as it was typed.
  [[nodiscard]] const std::string& command() const { return command_; }
  /// By the name in the option table ("case", "--at"). Nothing if it was not given.
  [[nodiscard]] std::optional<std::string> text(std::string_view name) const;
  [[nodiscard]] std::string text_or(std::string_view name, std::string_view otherwise) const;
  [[nodiscard]] const std::vector<std::string>& all(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const { return !all(name).empty(); }

  void add(std::string_view name, std::string value);

 private:
  std::string command_;
  std::map<std::string, std::vector<std::string>, std::less<>> given_;
};

}  // namespace cli
