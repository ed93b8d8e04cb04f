#include "engine/time/layer_json.hpp"

#include "engine/json.hpp"
#include "engine/time/text.hpp"

namespace engine {

std::string layer_json(const CalendarLayer& layer) {
  using Json = nlohmann::ordered_json;
  Json entries = Json::array();
  for (const CalendarEntry& entry : layer.entries) {
    entries.push_back({{"date", format_date(entry.date)},
                       {"working", entry.working},
                       {"reason", to_string(entry.reason)},
                       {"name", entry.name},
                       {"notice", entry.notice}});
  }
  const Json file{{"revision", layer.revision},
                  {"official", layer.official},
                  {"covered_years", layer.covered_years},
                  {"entries", std::move(entries)}};
  return file.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace engine
