#include "cli/sodium_password_hash.hpp"

#include <catch2/catch.hpp>

TEST_CASE("a password is kept as argon2id with a salt of its own, and only the password fits") {
  const cli::SodiumPasswordHash sodium;
  const std::string password = "柳树下的小石桥一二三";
  const auto hash = sodium.make(password);
  CHECK(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$"));
  CHECK(hash != sodium.make(password));
  CHECK(sodium.fits(hash, password));
  CHECK_FALSE(sodium.fits(hash, password + " "));
  CHECK_FALSE(sodium.fits(hash, ""));
  CHECK_FALSE(sodium.fits("not a hash", password));
  CHECK_FALSE(sodium.is_outdated(hash));
}

TEST_CASE("the hash of nobody costs what every hash costs") {
  const cli::SodiumPasswordHash sodium;
  CHECK_FALSE(sodium.is_outdated(sodium.nobodys()));
  CHECK(sodium.is_outdated("$argon2id$v=19$m=8192,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$H29hRfMo5SLSsEuk2vFvKg8k"));
  CHECK_FALSE(sodium.fits(sodium.nobodys(), "password123"));
}
