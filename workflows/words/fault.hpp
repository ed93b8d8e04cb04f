#pragma once

#include "engine/error.hpp"
#include "workflows/words/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace workflows {

/// A fault that the program itself finds, told in the language of the reader: `what()` is the English sentence.
class Fault : public engine::Error {
 public:
  template <class... Args>
  Fault(Kind kind, std::string code, std::string_view message, const Args&... args)
      : Fault(kind, std::move(code), message, std::vector<std::string>{as_text(args)...}) {}
  Fault(Kind kind, std::string code, std::string_view message, const std::vector<std::string>& args)
      : Error(kind, std::move(code), fill(message, args)), message_(message), args_(args) {}

  [[nodiscard]] std::string in(const Language& language) const { return fill(language.translate(message_), args_); }

 private:
  std::string message_;
  std::vector<std::string> args_;
};

/// The same with Kind::Usage: the words on the command line were wrong.
template <class... Args>
Fault wrong_words(std::string_view message, const Args&... args) {
  return {engine::Error::Kind::Usage, "usage", message, args...};
}

}  // namespace workflows
