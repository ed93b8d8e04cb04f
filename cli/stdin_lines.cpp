#include "cli/stdin_lines.hpp"

#include <cstdio>
#include <cstring>
#include <utility>
#include <vector>

namespace cli {

void each_stdin_line(const std::function<void(const std::string& line)>& visit) {
  std::vector<char> buffer(std::size_t{1} << 16U);
  std::string line;
  bool pending = false;
  bool first = true;
  const auto take = [&](const char* from, std::size_t size) {
    const auto room = longest_line + 1 - line.size();
    line.append(from, size < room ? size : room);
    pending = true;
  };
  const auto hand_over = [&] {
    if (std::exchange(first, false) && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (line.ends_with('\r')) line.pop_back();
    visit(line);
    line.clear();
    pending = false;
  };
  while (const auto size = std::fread(buffer.data(), 1, buffer.size(), stdin)) {
    const char* from = buffer.data();
    const char* const end = from + size;
    while (const auto* stop = static_cast<const char*>(std::memchr(from, '\n', static_cast<std::size_t>(end - from)))) {
      take(from, static_cast<std::size_t>(stop - from));
      hand_over();
      from = stop + 1;
    }
    if (from != end) take(from, static_cast<std::size_t>(end - from));
  }
  if (pending) hand_over();
}

}  // namespace cli
