#include "workflows/words/moments.hpp"

#include "engine/mark.hpp"
#include "engine/time/text.hpp"

#include <algorithm>

namespace workflows {
using engine::mark;

std::string at_words(engine::Instant at, const engine::Zone& zone) {
  auto text = engine::format_instant(at, zone).substr(0, 19);
  text[10] = ' ';
  return text.ends_with(":00") ? text.substr(0, 16) : text;
}

std::string span_words(const Language& language, engine::Milliseconds span) {
  const auto minutes = std::max<std::int64_t>(0, std::chrono::floor<std::chrono::minutes>(span).count());
  const auto days = minutes / 1440;
  const auto hours = minutes / 60 % 24;
  if (days > 0) return language.say(mark("{0} d {1} h"), days, hours);
  if (hours > 0) return language.say(mark("{0} h {1} min"), hours, minutes % 60);
  if (minutes > 0) return language.say(mark("{0} min"), minutes);
  return language.say(mark("{0} s"), std::max<std::int64_t>(0, std::chrono::floor<engine::Seconds>(span).count()));
}

std::string distance_words(const Language& language, engine::Instant due, engine::Instant now) {
  if (now > due) return language.say(mark("{0} late"), span_words(language, now - due));
  return language.say(mark("{0} left"), span_words(language, due - now));
}

}  // namespace workflows
