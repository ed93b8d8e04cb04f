#pragma once

#include "engine/accounts/password_hash.hpp"

namespace cli {

/// argon2id as libsodium has it, with its interactive limits (2 passes over 64 MiB, RFC 9106).
class SodiumPasswordHash : public engine::PasswordHash {
 public:
  /// Throws engine::Error if the library cannot be used.
  SodiumPasswordHash();

  [[nodiscard]] std::string make(std::string_view password) const override;
  [[nodiscard]] bool fits(const std::string& hash, std::string_view password) const override;
  [[nodiscard]] bool is_outdated(const std::string& hash) const override;
  [[nodiscard]] const std::string& nobodys() const override { return nobodys_; }

 private:
  std::string nobodys_;
};

}  // namespace cli
