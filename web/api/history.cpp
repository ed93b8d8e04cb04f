#include "engine/json.hpp"
#include "engine/time/text.hpp"
#include "web/api/routes.hpp"
#include "workflows/answers/masking.hpp"
#include "workflows/words/value_words.hpp"
#include "workflows/words/words.hpp"

namespace web {
namespace {

using nlohmann::json;

json fields_json(const Call& call, const View& view, const engine::HistoryEntry& entry, bool names,
                 const engine::Zone& zone) {
  auto fields = json::parse(entry.fields);
  if (!names) workflows::mask_names(fields);
  auto list = json::array();
  for (const auto& [name, value] : fields.items())
    list.push_back({{"name", name},
                    {"label", workflows::field_word(call.language, entry.event, name)},
                    {"value", workflows::value_words(call.language, entry.event, name, value, view.world, zone)}});
  return list;
}

json entry_json(const Call& call, const View& view, const engine::HistoryEntry& entry, bool names,
                const engine::Zone& zone) {
  return {{"seq", entry.seq},
          {"event", entry.event},
          {"label", workflows::event_word(call.language, entry.event)},
          {"state_before", entry.state_before},
          {"state_after", entry.state_after},
          {"state_label", workflows::state_word(call.language, entry.state_after)},
          {"occurred_at", engine::format_instant(entry.occurred_at, zone)},
          {"recorded_at", engine::format_instant(entry.recorded_at, zone)},
          {"actor", entry.actor},
          {"actor_name", view.person_name(entry.actor)},
          {"holder_name", view.person_name(entry.holder)},
          {"origin", engine::to_word(entry.origin)},
          {"late_entry", entry.late_entry},
          {"fields", fields_json(call, view, entry, names, zone)},
          {"hash", entry.hash}};
}

}  // namespace

Answer get_history(const Call& call) {
  const auto record = named_case(call, 0, "history");
  const bool names = workflows::sees_names(call.viewer.actor, record);
  auto entries = json::array();
  look(call, [&](View& view) {
    for (const auto& entry : view.reading.history(record.id))
      entries.push_back(entry_json(call, view, entry, names, view.zone(record.centre)));
  });
  return ok({{"case", record.number}, {"id", record.id}, {"history", entries}});
}

}  // namespace web
