#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// One unfolded content line: name in upper case, parameters as written, value with its backslashes undone.
struct IcsLine {
  std::string name;
  std::string parameters;
  std::string value;
};

/// Hands out the content lines of an .ics file one by one, unfolded; broken lines are passed over. Never reads past the
/// end.
class IcsLines {
 public:
  explicit IcsLines(std::string_view bytes);
  std::optional<IcsLine> next();

 private:
  std::string_view physical();

  std::string_view rest_;
};

/// Foreign text made safe to keep: invalid UTF-8 becomes '?', control bytes become spaces, at most `limit` bytes of
/// whole characters.
std::string clean_text(std::string_view bytes, std::size_t limit);

}  // namespace engine
