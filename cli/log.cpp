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

// sd-daemon(3): the journal takes "<6>" at the start of a line for its priority.
bool for_journal = false;

std::string line(const char* priority, const std::string& sentence) {
  return for_journal ? priority + sentence : sentence;
}

}  // namespace

void log_as_service() {
  for_journal = std::getenv("JOURNAL_STREAM") != nullptr;                              // NOLINT(concurrency-mt-unsafe)
  if (std::getenv("MAOTIAO_LOG") == nullptr) logger().set_level(spdlog::level::info);  // NOLINT(concurrency-mt-unsafe)
  logger().set_pattern(for_journal ? "%v" : "%Y-%m-%dT%H:%M:%S%z %l: %v");
}

void log_warning(const std::string& sentence) { logger().warn("{}", line("<4>", sentence)); }
void log_info(const std::string& sentence) { logger().info("{}", line("<6>", sentence)); }

}  // namespace cli
