#pragma once

#include <stdexcept>
#include <string>

namespace engine {

/// A fault of the world (disk full, file not ours, calendar impossible): not a refusal, not a bug.
/// `what()` is one plain English sentence that says what to do next; it names the case where there is one.
class Error : public std::runtime_error {
 public:
  /// The stable word for programs, e.g. "database_newer"; the process exit code follows from `kind`.
  enum class Kind { Fault, Usage, NotFound, Refused, Conflict, NotPermitted, Busy };

  Error(Kind kind, std::string code, const std::string& message)
      : std::runtime_error(message), kind_(kind), code_(std::move(code)) {}

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] const std::string& code() const { return code_; }

 private:
  Kind kind_;
  std::string code_;
};

}  // namespace engine
