#include "web/http/hub.hpp"

#include <algorithm>
#include <set>

namespace web {

void Hub::publish(std::vector<Change> changes) {
  std::function<void()> woken;
  {
    const std::scoped_lock lock(mutex_);
    for (auto& change : changes) {
      position_ = std::max(position_, change.position);
      changes_.push_back(std::move(change));
    }
    for (; changes_.size() > remembered_; changes_.pop_front()) forgotten_ = changes_.front().position;
    woken = woken_;
  }
  if (woken) woken();
}

std::int64_t Hub::position() const {
  const std::scoped_lock lock(mutex_);
  return position_;
}

News Hub::since(std::int64_t position) const {
  const std::scoped_lock lock(mutex_);
  News news{position_, {}, position < forgotten_};
  if (news.all) return news;
  std::set<std::string> seen;
  for (auto change = changes_.rbegin(); change != changes_.rend() && change->position > position; ++change) {
    if (seen.insert(change->case_id).second) news.cases.push_back(change->case_id);
  }
  return news;
}

void Hub::on_change(std::function<void()> woken) {
  const std::scoped_lock lock(mutex_);
  woken_ = std::move(woken);
}

}  // namespace web
