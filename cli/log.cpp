#include "cli/log.hpp"

#include <cstdlib>
#include <memory>

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace cli {
namespace {

std::shared_ptr<spdlog::logger> made() {
  auto logger = std::make_shared<spdlog::logger>("maotiao", std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
  const char* level = std::getenv("MAOTIAO_LOG");  // NOLINT(concurrency-mt-unsafe): read once
  logger->set_level(level == nullptr ? spdlog::level::warn : spdlog::level::from_str(level));
  logger->set_pattern("maotiao: %l: %v");
  return logger;
}

spdlog::logger& logger() {
  static const auto the_logger = made();
  return *the_logger;
}

}  // namespace

void log_warning(const std::string& sentence) { logger().warn("{}", sentence); }
void log_info(const std::string& sentence) { logger().info("{}", sentence); }

}  // namespace cli
