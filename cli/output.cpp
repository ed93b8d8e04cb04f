#include "cli/output.hpp"

#include "cli/exit.hpp"
#include "engine/error.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <unistd.h>

namespace cli {
namespace {

constexpr std::size_t enough = 1U << 16U;

void write_all(std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      std::_Exit(exit_done);  // the reader has seen enough (`| head`)
    } else if (errno != EINTR) {
      throw engine::Error(engine::Error::Kind::Fault, "output_failed",
                          std::string("standard output could not be written: ") + std::strerror(errno));
    }
  }
}

}  // namespace

Output::~Output() {
  try {
    flush();
  } catch (const engine::Error&) {
    std::_Exit(exit_fault);  // nobody is left to tell
  }
}

void Output::write(std::string_view text) {
  while (!painted_.empty()) {
    const auto at = text.find(painted_);
    if (at == std::string_view::npos) break;
    buffer_.append(text.substr(0, at)).append("\033[1;31m").append(painted_).append("\033[0m");
    text.remove_prefix(at + painted_.size());
  }
  buffer_.append(text);
  if (buffer_.size() >= enough) flush();
}

void Output::flush() {
  const std::string out = std::move(buffer_);
  buffer_.clear();
  write_all(out);
}

}  // namespace cli
