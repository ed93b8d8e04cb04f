#include "storage/memory_writing.hpp"

namespace storage {

std::optional<engine::Told> MemoryReading::told(std::string_view person, std::string_view key) {
  const auto& all = state_.agenda.told;
  const auto found = all.find({std::string(person), std::string(key)});
  return found == all.end() ? std::nullopt : std::optional(found->second);
}

void MemoryWriting::put_told(const engine::Told& told) {
  auto& all = touch_agenda().told;
  std::erase_if(all, [&](const auto& each) { return each.second.at < told.at - engine::told_memory; });
  all[{told.person, told.key}] = told;
}

}  // namespace storage
