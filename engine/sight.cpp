#include "engine/sight.hpp"

#include <algorithm>

namespace engine {

Sight::Sight(const Process& process, Actor actor, std::shared_ptr<const World> world)
    : process_(process),
      actor_(std::move(actor)),
      world_(std::move(world)),
      everything_(std::all_of(world_->centres().begin(), world_->centres().end(),
                              [this](const Centre& each) { return centre(each.id); })) {}

bool Sight::centre(std::string_view id) const {
  return process_.reaches(actor_, Purpose::Reading, id, world_->centres());
}

bool Sight::sees(const CaseRecord& record) const { return everything_ || process_.may_see(actor_, record, *world_); }

bool Sight::sees(Reading& reading, const DeadlineRow& row) const {
  if (everything_ || row.holder == actor_.person || centre(row.centre)) return true;
  const auto record = reading.find_case(row.case_id);
  return record && sees(*record);
}

bool Sight::sees(Reading& reading, std::string_view case_id) {
  if (everything_) return true;
  if (case_id == last_case_) return last_answer_;
  const auto record = reading.find_case(case_id);
  last_case_ = case_id;
  last_answer_ = record && sees(*record);
  return last_answer_;
}

}  // namespace engine
