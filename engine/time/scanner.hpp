#pragma once

#include "engine/instant.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// Walks over ASCII text one field at a time; never reads past its end.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool done() const { return rest_.empty(); }
  [[nodiscard]] char peek() const { return rest_.empty() ? '\0' : rest_.front(); }

  bool take(char wanted) {
    if (done() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// Exactly `count` decimal digits.
  std::optional<int> digits(int count) {
    int value = 0;
    for (int i = 0; i < count; ++i) {
      const auto digit = this->digit();
      if (!digit) return {};
      value = value * 10 + *digit;
    }
    return value;
  }

  /// One to nine decimal digits after a point, cut to milliseconds.
  std::optional<Milliseconds> milliseconds() {
    int value = 0;
    int count = 0;
    while (const auto digit = this->digit()) {
      if (++count > 9) return {};
      if (count <= 3) value = value * 10 + *digit;
    }
    if (count == 0) return {};
    for (int i = count; i < 3; ++i) value *= 10;
    return Milliseconds{value};
  }

 private:
  std::optional<int> digit() {
    if (done() || rest_.front() < '0' || rest_.front() > '9') return {};
    const int value = rest_.front() - '0';
    rest_.remove_prefix(1);
    return value;
  }

  std::string_view rest_;
};

/// Foreign text as it may stand in a sentence: control bytes become '?', and it is cut after `limit` bytes.
inline std::string printable(std::string_view text, std::size_t limit) {
  std::string shown(text.substr(0, limit));
  while (!shown.empty() && text.size() > limit && (static_cast<unsigned char>(shown.back()) & 0x80U) != 0)
    shown.pop_back();
  for (char& c : shown) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) c = '?';
  }
  return text.size() > limit ? shown + "..." : shown;
}

}  // namespace engine
