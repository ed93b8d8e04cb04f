#pragma once

#include <string>
#include <string_view>

namespace engine {

/// Hashes passwords so that guessing is dear (argon2id): the port an edge implements. Thread-safe.
class PasswordHash {
 public:
  virtual ~PasswordHash() = default;

  /// A salted hash as text that names its own parameters. Throws engine::Error when there is not enough memory.
  [[nodiscard]] virtual std::string make(std::string_view password) const = 0;
  /// Takes as long for a wrong password as for the right one.
  [[nodiscard]] virtual bool fits(const std::string& hash, std::string_view password) const = 0;
  /// True if the hash was made with other parameters than `make` uses now.
  [[nodiscard]] virtual bool is_outdated(const std::string& hash) const = 0;
  /// The hash of a password nobody knows, of the same price: what a login without an account is measured against, so
  /// that its refusal takes as long.
  [[nodiscard]] virtual const std::string& nobodys() const = 0;
};

}  // namespace engine
