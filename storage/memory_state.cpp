#include "storage/memory_state.hpp"

#include "engine/error.hpp"

namespace storage {
namespace {

void enter_name(MemoryState::Names& names, const std::string& name, const std::string& id) {
  if (name.empty()) return;
  const auto [at, added] = names.emplace(name, id);
  if (!added && at->second != id)
    throw engine::Error(engine::Error::Kind::Conflict, "already_stored",
                        "Another case is called " + name + " already.");
}

void remove_name(MemoryState::Names& names, const std::string& name, const std::string& id) {
  const auto at = names.find(name);
  if (at != names.end() && at->second == id) names.erase(at);
}

}  // namespace

const engine::CaseRecord* MemoryState::find(std::string_view name) const {
  const auto of = [&](std::string_view id) -> const engine::CaseRecord* {
    const auto at = cases.find(id);
    return at != cases.end() && at->second.record ? &*at->second.record : nullptr;
  };
  if (name.empty()) return nullptr;
  if (const auto* record = of(name)) return record;
  for (const Names* names : {&numbers, &second_numbers, &refs})
    if (const auto at = names->find(name); at != names->end()) return of(at->second);
  return nullptr;
}

void MemoryState::enter(const engine::CaseRecord& record) {
  enter_name(numbers, record.number, record.id);
  enter_name(second_numbers, record.second_number, record.id);
  enter_name(refs, record.ref, record.id);
}

void MemoryState::remove(const engine::CaseRecord& record) {
  remove_name(numbers, record.number, record.id);
  remove_name(second_numbers, record.second_number, record.id);
  remove_name(refs, record.ref, record.id);
}

}  // namespace storage
