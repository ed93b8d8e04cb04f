#include "workflows/answers/promised_rule.hpp"

#include "engine/mark.hpp"
#include "workflows/standard.hpp"
#include "workflows/words/fault.hpp"

#include <algorithm>
#include <iterator>

namespace workflows {
namespace {

using engine::mark;

struct Promise {
  std::string_view name;
  Limit limit;
};
constexpr Promise promises[] = {{"reception", Limit::Reception}, {"plan", Limit::Plan}, {"visit", Limit::Visit}};

}  // namespace

engine::Rule promised_rule(std::string_view name, const engine::Site& site, bool emergency) {
  const auto* const found = std::ranges::find(promises, name, &Promise::name);
  if (found == std::end(promises)) throw wrong_words(mark("there is no rule \"{0}\": reception, plan or visit"), name);
  auto rule = xiaozhan_2020().of(found->limit).rule;
  if (auto* minutes = std::get_if<engine::ClockTime>(&rule)) {
    if (emergency) minutes->at_once = true;
    const bool open_time = site.spec().reception_clock == engine::ReceptionClock::Open && !emergency;
    if (open_time) return engine::OpenTime{minutes->minutes};
  }
  return rule;
}

}  // namespace workflows
