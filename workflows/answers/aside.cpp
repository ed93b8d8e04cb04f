#include "workflows/answers/aside.hpp"

#include "workflows/event.hpp"

#include <algorithm>
#include <iterator>

namespace workflows {
namespace {

// What nearly every case can do at nearly every time; the table of events has the steps beside the path after Consent.
constexpr std::string_view anytime[] = {"refuse", "law",    "withdraw",  "merge", "reopen",
                                        "offer",  "object", "designate", "leave", "no_show"};

}  // namespace

bool is_aside(std::string_view event) {
  const auto found = event_named(event);
  return (found && *found > Event::Consent) || std::ranges::find(anytime, event) != std::end(anytime);
}

}  // namespace workflows
