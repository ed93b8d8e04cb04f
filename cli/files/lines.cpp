#include "cli/files/lines.hpp"

#include <algorithm>
#include <istream>
#include <utility>

namespace cli {

LineReader::LineReader(std::istream& in, std::size_t most) : in_(in), most_(most) {
  if (refill() && buffer_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

bool LineReader::next(Line& line) {
  if (returned_.empty()) return read(line);
  line = std::move(returned_.back());
  returned_.pop_back();
  return true;
}

void LineReader::give_back(std::vector<Line> lines) {
  std::move(lines.rbegin(), lines.rend(), std::back_inserter(returned_));
}

bool LineReader::refill() {
  constexpr std::size_t block = 256 * 1024;
  buffer_.resize(block);
  in_.read(buffer_.data(), static_cast<std::streamsize>(block));
  buffer_.resize(static_cast<std::size_t>(in_.gcount()));
  bytes_read_ += in_.gcount();
  at_ = 0;
  return !buffer_.empty();
}

bool LineReader::read(Line& line) {
  line.text.clear();
  line.too_long = false;
  if (at_ == buffer_.size() && !refill()) return false;
  line.number = ++number_;
  for (;;) {
    const auto end = std::min(buffer_.find('\n', at_), buffer_.size());
    keep(line, end);
    at_ = std::min(end + 1, buffer_.size());
    if (end < buffer_.size() || !refill()) break;
  }
  if (line.text.ends_with('\r')) line.text.pop_back();
  return true;
}

void LineReader::keep(Line& line, std::size_t end) {
  const auto room = most_ - line.text.size();
  line.too_long = line.too_long || end - at_ > room;
  line.text.append(buffer_, at_, std::min(end - at_, room));
}

}  // namespace cli
