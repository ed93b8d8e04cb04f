#include "engine/time/pauses.hpp"

#include "engine/error.hpp"
#include "engine/mark.hpp"

#include <algorithm>

namespace engine {

Pauses::Pauses(std::vector<PausedSpan> pauses) {
  std::sort(pauses.begin(), pauses.end(), [](const PausedSpan& a, const PausedSpan& b) { return a.from < b.from; });
  for (const PausedSpan& pause : pauses) {
    if (pause.to < pause.from)
      throw Error(Error::Kind::Usage, "bad_pause", mark("A pause ends before it begins; swap its times."));
    if (pause.to == pause.from) continue;
    if (!list_.empty() && pause.from <= list_.back().to) {
      list_.back().to = std::max(list_.back().to, pause.to);
    } else {
      list_.push_back(pause);
    }
  }
}

bool Pauses::still_before(Instant at) const {
  const auto after = std::partition_point(list_.begin(), list_.end(), [=](const PausedSpan& p) { return p.from < at; });
  return after != list_.begin() && at <= std::prev(after)->to;
}

}  // namespace engine
