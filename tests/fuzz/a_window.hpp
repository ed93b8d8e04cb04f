#pragma once

#include "engine/accounts/password_hash.hpp"
#include "tests/fuzz/a_town.hpp"
#include "web/api/application.hpp"

#include <string>

namespace fuzz {

/// A hash that costs nothing.
class OpenHash : public engine::PasswordHash {
 public:
  [[nodiscard]] std::string make(std::string_view password) const override { return "open:" + std::string(password); }
  [[nodiscard]] bool fits(const std::string& hash, std::string_view password) const override {
    return hash == "open:" + std::string(password);
  }
  [[nodiscard]] bool is_outdated(const std::string&) const override { return false; }
  [[nodiscard]] const std::string& nobodys() const override { return nobody_; }

 private:
  std::string nobody_ = "open:";
};

/// What stands in a case of the other town, and nowhere else.
inline constexpr std::string_view secret = "远处之秘";

/// The window onto a town in which li has signed in and holds a case, another has arrived, and a third is of the other
/// town.
class AWindow {
 public:
  AWindow();

  /// Gives li's session to a request that shows none; where it shows `@me`, `@csrf`, `@case`, `@new` or `@far`, what
  /// they stand for is put in.
  void fill_in(web::Request& request) const;

  ATown town;
  web::Hub hub;
  web::Office office{town.desk, hub, "某镇", true, [] { return engine::GroundState{std::int64_t{1} << 40U, true}; }};
  OpenHash hash;
  engine::Accounts accounts{town.desk, hash};
  web::Pages pages{{}};
  web::Window window{office, accounts, pages};

 private:
  void sign_in();

  std::string me_, csrf_, held_, arrived_, far_;
};

}  // namespace fuzz
