#include "cli/calendar_answer.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/small_file.hpp"
#include "cli/table.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/answers/centre_check.hpp"
#include "workflows/answers/centre_json.hpp"

#include <optional>

namespace cli {
namespace {
using engine::mark;

std::vector<Option> options(std::string_view) {
  return {
      {"action", "list|show|set|add", mark("list (also when left out), show one, set its hours, or add a centre")},
      {"centre", "CENTRE", mark("the id of the centre: a short word")},
      {"--file", "FILE", mark("the site in TOML: time zone, opening hours, calendar")},
      {"--name", "NAME", mark("name")},
      {"--level", "town|village", mark("town or village")},
      {"--parent", "CENTRE", mark("the centre above")},
      {"--register-format", "FORMAT", mark("how register numbers are written, with {year} and {number}")},
      {"--mediation-format", "FORMAT", mark("how mediation numbers are written, with {year} and {number}")},
  };
}

using workflows::centre_json;

int list(Session& session) {
  static_cast<void>(session.actor());  // only who is on the roster may read them
  session.read([&](engine::Reading&, const engine::World& world) {
    auto centres = nlohmann::json::array();
    std::vector<std::vector<std::string>> rows;
    for (const auto& centre : world.centres()) {
      const auto& site = world.site_of(centre.id);
      centres.push_back(centre_json(centre, site));
      rows.push_back({centre.id, centre.name, centre.parent, site.zone().name(), site.calendar().revision()});
    }
    if (session.json()) return session.print({{"sites", centres}});
    const auto& language = session.language();
    session.out().write(
        draw_table({language.translate(mark("Id")), language.translate(mark("Name")), language.translate(mark("Above")),
                    language.translate(mark("Zone")), language.translate(mark("Calendar"))},
                   rows));
  });
  return exit_done;
}

engine::Centre known(const engine::World& world, const std::string& id) {
  if (const auto* centre = world.centre(id)) return *centre;
  throw Fault(engine::Error::Kind::NotFound, "no_such_centre",
              mark("there is no centre \"{0}\"; `maotiao sites` lists them"), id);
}

void print_site(Session& session, const engine::Centre& centre, const engine::Site& site,
                const std::optional<engine::CalendarMoves>& moves) {
  if (session.json()) {
    auto told = centre_json(centre, site);
    if (moves) told.update(moves_json(*moves, site.zone()));
    return session.print(told);
  }
  auto& out = session.out();
  out.line(centre.id + "  " + centre.name);
  out.line("  " + site.zone().name() + "  " + site.calendar().revision());
  for (const auto& day : workflows::week_hours(site)) {
    std::string spans;
    for (const auto& span : day.spans) spans += "  " + span;
    out.line("  " + std::string(day.day) + spans);
  }
  if (moves) tell_moves(session, *moves, site.zone());
}

int show(Session& session, const Arguments& arguments, const std::optional<engine::CalendarMoves>& moves = {}) {
  session.read([&](engine::Reading&, const engine::World& world) {
    const auto centre = known(world, arguments.text_or("centre", session.actor().centre));
    print_site(session, centre, world.site_of(centre.id), moves);
  });
  return exit_done;
}

void take(const Arguments& arguments, std::string_view option, std::string& into) {
  into = arguments.text_or(option, into);
}

engine::Centre with_words(engine::Centre centre, const Arguments& arguments) {
  take(arguments, "--name", centre.name);
  take(arguments, "--level", centre.level);
  take(arguments, "--parent", centre.parent);
  take(arguments, "--register-format", centre.register_format);
  take(arguments, "--mediation-format", centre.mediation_format);
  if (const auto file = arguments.text("--file")) centre.site = small_file(*file);
  return centre;
}

engine::Centre fresh(const engine::World& world, const Arguments& arguments) {
  engine::Centre centre;
  centre.id = arguments.text_or("centre", "");
  if (world.centre(centre.id) != nullptr)
    throw wrong_words(mark("centre {0} is there already: `sites set`"), centre.id);
  centre.level = "village";
  centre.register_format = centre.id + "-{year}-{number:04}";
  centre.mediation_format = "({year})" + centre.id + "人调字第{number}号";
  return with_words(std::move(centre), arguments);
}

/// The centres somebody must have a say in to make this change: the one above a new one, else the one itself, and the
/// one it is put under.
std::vector<std::string> touched_by(const engine::World& world, const engine::Centre& centre) {
  const auto* former = world.centre(centre.id);
  if (former == nullptr) return {centre.parent};
  if (former->parent == centre.parent) return {centre.id};
  return {centre.id, centre.parent};
}

int change(Session& session, const Arguments& arguments) {
  if (const auto exit = session.denied("sites")) return *exit;
  engine::Centre centre;
  std::vector<std::string> touched;
  const bool adding = arguments.text("action") == "add";
  session.read([&](engine::Reading&, const engine::World& world) {
    centre = adding ? fresh(world, arguments) : with_words(known(world, arguments.text_or("centre", "")), arguments);
    touched = touched_by(world, centre);
    auto all = world.centres();
    std::erase_if(all, [&](const engine::Centre& each) { return each.id == centre.id; });
    all.push_back(centre);
    workflows::check_centres(all);
  });
  for (const auto& each : touched) {
    if (const auto refusal = session.desk().denied_at(session.actor(), "sites", each)) return session.refuse(*refusal);
  }
  const bool new_site = !adding && (arguments.has("--file") || arguments.has("--parent"));
  std::optional<engine::CalendarMoves> moves;
  session.store().write([&](engine::Writing& writing) {
    if (new_site)
      moves = engine::change_site(writing, session.desk(), session.actor(), centre, "sites set " + centre.id);
    else
      writing.put_centre(centre);
  });
  return show(session, arguments, moves);
}

int run(Session& session, const Arguments& arguments) {
  const auto action = arguments.text_or("action", "list");
  if (action == "list") return list(session);
  if (action == "show") return show(session, arguments);
  if (action == "set" || action == "add") return change(session, arguments);
  throw wrong_words(mark("there is no action \"{0}\": {1}"), action, "list show set add");
}

}  // namespace

const Command sites_command{options, "sites set town --file hours.toml", run};

}  // namespace cli
