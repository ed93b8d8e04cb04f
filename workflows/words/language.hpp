#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace workflows {

inline std::string as_text(std::string_view text) { return std::string(text); }
template <std::integral Number>
std::string as_text(Number number) {
  return std::to_string(number);
}

/// Puts `args` in the place of {0} {1} ...; a placeholder without an argument stays as it is.
[[nodiscard]] std::string fill(std::string_view text, const std::vector<std::string>& args);

/// The words of one language: the English text in the code is the message id, the catalogue is built in. A value, so
/// that two languages can be spoken at once; no locale of the operating system is needed.
class Language {
 public:
  /// `name` is "zh_CN" or "en".
  explicit Language(std::string name) : name_(std::move(name)) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool chinese() const { return name_ == "zh_CN"; }
  /// The text itself if there is no translation.
  [[nodiscard]] std::string translate(std::string_view message) const;
  /// Translates and fills {0} {1} ...
  template <class... Args>
  [[nodiscard]] std::string say(std::string_view message, const Args&... args) const {
    return fill(translate(message), {as_text(args)...});
  }

 private:
  std::string name_;
};

}  // namespace workflows
