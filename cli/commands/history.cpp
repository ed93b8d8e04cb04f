#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/text.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"

namespace cli {
namespace {
using engine::mark;

std::vector<Option> options(std::string_view) {
  return {{"case", "CASE",
           mark("register number, its last digits (12, or 2020-12 of another year), or the outside reference"),
           Option::Need::Required}};
}

nlohmann::json entry_json(const engine::HistoryEntry& entry, const nlohmann::json& fields, const engine::Zone& zone) {
  return {{"seq", entry.seq},
          {"event", entry.event},
          {"state_before", entry.state_before},
          {"state_after", entry.state_after},
          {"occurred_at", engine::format_instant(entry.occurred_at, zone)},
          {"recorded_at", engine::format_instant(entry.recorded_at, zone)},
          {"actor", entry.actor},
          {"centre", entry.centre},
          {"holder", entry.holder},
          {"origin", engine::to_word(entry.origin)},
          {"late_entry", entry.late_entry},
          {"fields", fields},
          {"hash", entry.hash}};
}

std::string head_line(const Language& language, const engine::HistoryEntry& entry, const engine::World& world,
                      const engine::Zone& zone) {
  const auto* actor = world.person(entry.actor);
  auto line = fit(std::to_string(entry.seq), 4) + at_words(entry.occurred_at, zone) + "  " +
              event_word(language, entry.event) + " -> " + state_word(language, entry.state_after) + "  " +
              (actor == nullptr ? entry.actor : actor->name);
  if (entry.origin == engine::Origin::Inferred) line += language.translate(mark("  [inferred]"));
  if (entry.late_entry) line += language.say(mark("  [late entry, typed {0}]"), at_words(entry.recorded_at, zone));
  return line;
}

void print_fields(Session& session, const engine::HistoryEntry& entry, const nlohmann::json& fields,
                  const engine::World& world, const engine::Zone& zone) {
  for (const auto& [name, value] : fields.items()) {
    const auto label = "    " + field_word(session.language(), entry.event, name) + ": ";
    bool first = true;
    for (const auto& line :
         wrap(value_words(session.language(), entry.event, name, value, world, zone), 72 - width(label))) {
      session.out().line((first ? label : std::string(8, ' ')) + line);
      first = false;
    }
  }
}

int run(Session& session, const Arguments& arguments) {
  const auto record = session.find(arguments.text_or("case", ""), "history");
  const bool masked = !sees_names(session.actor(), record);
  auto entries = nlohmann::json::array();
  session.read([&](engine::Reading& reading, const engine::World& world) {
    const auto& zone = world.site_of(record.centre).zone();
    for (const auto& entry : reading.history(record.id)) {
      auto fields = nlohmann::json::parse(entry.fields);
      if (masked) mask_names(fields);
      if (session.json()) {
        entries.push_back(entry_json(entry, fields, zone));
      } else {
        session.out().line(head_line(session.language(), entry, world, zone));
        print_fields(session, entry, fields, world, zone);
      }
    }
  });
  if (session.json()) session.print({{"case", record.number}, {"ref", record.ref}, {"history", entries}});
  return exit_done;
}

}  // namespace

const Command history_command{options, "history 1", run};

}  // namespace cli
