#pragma once

#include <locale>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace cli {

/// The words of one language: the English text in the code is the message id, the catalogue is built in. A value, so
/// that two languages can be spoken at once; no locale of the operating system is needed.
class Language {
 public:
  /// `name` is "zh_CN" or "en".
  explicit Language(std::string name) : name_(std::move(name)) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  /// The text itself if there is no translation.
  [[nodiscard]] std::string translate(std::string_view message) const;
  /// Translates and fills {0} {1} ...
  template <class... Args>
  [[nodiscard]] std::string say(std::string_view message, const Args&... args) const {
    return fmt::format(fmt::runtime(translate(message)), args...);
  }

 private:
  std::string name_;
};

}  // namespace cli
