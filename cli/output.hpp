#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace cli {

/// Standard output with a buffer of its own. When the reader has gone (a closed pipe) the program ends quietly; when
/// the disk is full it throws engine::Error.
class Output {
 public:
  Output() = default;
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// From now on this word is drawn in red; it says the same without the colour.
  void paint(std::string word) { painted_ = std::move(word); }

  void write(std::string_view text);
  void line(std::string_view text) {
    write(text);
    write("\n");
  }
  void flush();

 private:
  std::string buffer_;
  std::string painted_;
};

}  // namespace cli
