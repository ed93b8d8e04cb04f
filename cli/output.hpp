#pragma once

#include <string>
#include <string_view>

namespace cli {

/// Standard output with a buffer of its own. When the reader has gone (a closed pipe) the program ends quietly; when
/// the disk is full it throws engine::Error.
class Output {
 public:
  Output() = default;
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text);
  void line(std::string_view text) {
    write(text);
    write("\n");
  }
  void flush();

 private:
  std::string buffer_;
};

}  // namespace cli
