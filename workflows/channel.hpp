#pragma once

#include <span>
#include <string_view>

namespace workflows {

/// A way a dispute comes in, and under which of the eight sources the justice department counts it.
struct Channel {
  std::string_view code;  // stored word
  std::string_view zh;
  const char* en;           // message id
  std::string_view source;  // one of sources()
  bool in_the_hall;         // a person waits here: reception does not stop at lunch
};

[[nodiscard]] std::span<const Channel> channels();
/// The statistical sources of the monthly form.
[[nodiscard]] std::span<const std::string_view> sources();
/// By stored code, Chinese word or alias ("online", "walk-in", "letter", "phone", "department"); null if unknown.
[[nodiscard]] const Channel* find_channel(std::string_view word);

}  // namespace workflows
