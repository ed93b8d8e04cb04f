#include "cli/progress.hpp"

#include "cli/text.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

namespace cli {
namespace {
constexpr int bar = 30;
using Steady = std::chrono::steady_clock;
}  // namespace

Progress::Progress(std::string label, std::int64_t total)
    : label_(std::move(label)),
      total_(total),
      next_(Steady::now() + std::chrono::seconds{1}),
      terminal_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (drawn_) std::fputs("\r\033[K", stderr);
}

void Progress::at(std::int64_t done) {
  if (!terminal_ || Steady::now() < next_) return;
  next_ = Steady::now() + std::chrono::milliseconds{100};
  draw(done);
}

void Progress::draw(std::int64_t done) {
  drawn_ = true;
  std::string line = "\r" + fit(label_, 24) + " ";
  if (total_ > 0) {
    const auto full = static_cast<std::size_t>(std::clamp<std::int64_t>(done * bar / total_, 0, bar));
    line += "[" + std::string(full, '#') + std::string(bar - full, '.') + "] ";
    line += fmt::format("{:3}%", std::clamp<std::int64_t>(done * 100 / total_, 0, 100));
  }
  line += fmt::format(" {}", done);
  std::fputs((line + "\033[K").c_str(), stderr);
}

}  // namespace cli
