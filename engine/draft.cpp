#include "engine/draft.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"

#include <algorithm>

namespace engine {

Draft::Draft(Reading& ground, const Draft* before) : ground_(ground), before_(before) {
  if (before != nullptr)
    last_numbers_ = before->last_numbers_;
  else
    for (auto& [name, last] : ground.series()) last_numbers_.emplace(std::move(name), last);
  std::erase_if(last_numbers_, [](const auto& series) { return series.second == 0; });
  first_numbers_ = last_numbers_;
}

bool Draft::follows(Reading& ground) const {
  const auto now = ground.series();
  return now.size() == first_numbers_.size() && std::ranges::all_of(now, [&](const auto& series) {
           const auto began = first_numbers_.find(series.first);
           return began != first_numbers_.end() && began->second == series.second;
         });
}

void Draft::keep() {
  for (auto i = kept_.records; i < records_.size(); ++i)
    if (!records_[i].ref.empty()) by_ref_.emplace(records_[i].ref, i);
  kept_ = {entries_.size(), records_.size(), numbers_.size()};
}

void Draft::drop() {
  entries_.resize(kept_.entries);
  records_.resize(kept_.records);
  for (; numbers_.size() > kept_.numbers; numbers_.pop_back()) --last_numbers_.find(numbers_.back().first)->second;
}

void Draft::write_to(Writing& writing) const {
  for (const auto& person : people_) writing.put_person(person);
  for (const auto& [series, number] : numbers_)
    if (writing.take_number(series) != number)
      throw Error(Error::Kind::Conflict, "numbers_moved",
                  mark("somebody else registered cases at the same time; import the file again"));
  auto entry = entries_.begin();
  for (const auto& record : records_) {
    for (; entry != entries_.end() && entry->case_id == record.id; ++entry) writing.append(*entry);
    writing.put_case(record);
  }
}

std::int64_t Draft::take_number(std::string_view series) {
  const auto at = last_numbers_.try_emplace(std::string(series), 0).first;
  numbers_.emplace_back(at->first, ++at->second);
  return at->second;
}

const CaseRecord* Draft::drafted(const std::string& ref) const {
  const auto found = by_ref_.find(ref);
  return found == by_ref_.end() ? nullptr : &records_[found->second];
}

std::optional<CaseRecord> Draft::find_case(std::string_view name) {
  const std::string ref(name);
  if (const auto* record = drafted(ref)) return *record;
  if (const auto* record = before_ == nullptr ? nullptr : before_->drafted(ref)) return *record;
  return ground_.find_case(name);
}

std::vector<Person> Draft::people() {
  auto all = ground_.people();
  if (before_ != nullptr) all.insert(all.end(), before_->people_.begin(), before_->people_.end());
  all.insert(all.end(), people_.begin(), people_.end());
  return all;
}

std::int64_t Draft::put_calendar(StoredCalendar layer) {
  layer.revision = calendar_revision() + 1;
  return calendars_.emplace_back(std::move(layer)).revision;
}

std::vector<StoredCalendar> Draft::stored_calendars() {
  auto all = ground_.stored_calendars();
  all.insert(all.end(), calendars_.begin(), calendars_.end());
  return all;
}

std::int64_t Draft::roster_revision() { return ground_.roster_revision() + static_cast<std::int64_t>(people_.size()); }

}  // namespace engine
