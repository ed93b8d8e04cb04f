#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// One physical line of a file without its line end (LF or CRLF); numbers start at 1.
struct Line {
  std::int64_t number = 0;
  std::string text;
  bool too_long = false;  // the rest of it was passed over
};

/// Reads a file line by line in bounded memory, whatever the file holds. A byte order mark at the start is dropped.
class LineReader {
 public:
  static constexpr std::size_t longest = 64 * 1024;  // bytes

  /// Keeps at most `most` bytes of one line.
  explicit LineReader(std::istream& in, std::size_t most = longest);

  /// False at the end of the file. A last line without a line end counts; an empty rest after the last one does not.
  bool next(Line& line);
  /// Lets `next` give these lines once more, in this order.
  void give_back(std::vector<Line> lines);
  /// The first bytes of the file, to tell what it is; valid until the first `next`.
  [[nodiscard]] std::string_view beginning() const { return std::string_view(buffer_).substr(at_); }
  [[nodiscard]] std::int64_t bytes_read() const { return bytes_read_; }

 private:
  bool refill();
  bool read(Line& line);
  void keep(Line& line, std::size_t end);

  std::istream& in_;
  std::size_t most_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::int64_t bytes_read_ = 0;
  std::int64_t number_ = 0;
  std::vector<Line> returned_;  // in reverse order
};

}  // namespace cli
