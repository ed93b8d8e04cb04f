#include "cli/session.hpp"

#include "cli/clocks.hpp"
#include "cli/database.hpp"
#include "cli/login.hpp"
#include "cli/setting_keys.hpp"
#include "cli/tell.hpp"
#include "cli/terminal.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/dispute_process.hpp"

#include <optional>

namespace cli {
namespace {
using engine::mark;
using Kind = engine::Error::Kind;

constexpr std::string_view read_only = "read_only";

[[noreturn]] void refuse_a_set_clock(const Settings& settings) {
  throw Fault(Kind::Refused, "real_clock",
              mark("MAOTIAO_NOW sets the clock of a practice database only; {0} is a real one: unset it"), settings.db);
}

}  // namespace

struct Session::Opened {
  std::unique_ptr<engine::Store> store;
  std::unique_ptr<engine::Process> process;
  RealClock real_clock;
  SetClock set_clock;
  std::unique_ptr<engine::Desk> desk;
  std::optional<engine::Actor> actor;
  bool practice = false;
};

Session::Session(Settings settings) : settings_(std::move(settings)), language_(settings_.language) {
  const bool colours =
      settings_.colour == Colour::Always || (settings_.colour == Colour::Auto && terminal_columns().has_value());
  if (colours && !settings_.json) out_.paint(language_.translate(mark("OVERDUE")));
}
Session::~Session() = default;

const std::string& Session::database() {
  if (!settings_.db.empty()) return settings_.db;
  throw wrong_words(
      mark("no database is named: use --db FILE or MAOTIAO_DB; `maotiao init --db FILE --practice` makes one "
           "to practise with"));
}

Session::Opened& Session::opened() {
  if (opened_) return *opened_;
  auto made = std::make_unique<Opened>();
  made->store = open_database(database());
  made->process = workflows::make_dispute_process();
  const bool clock_is_set = !settings_.now.empty();
  const engine::Clock& clock = clock_is_set ? static_cast<const engine::Clock&>(made->set_clock) : made->real_clock;
  made->desk = std::make_unique<engine::Desk>(*made->store, *made->process, clock);
  made->store->read([&](engine::Reading& reading) {
    made->practice = reading.setting(key_practice) == "1";
    if (!clock_is_set) return;
    if (!made->practice) refuse_a_set_clock(settings_);
    made->set_clock.set(engine::parse_instant(settings_.now, main_site(*made->desk->world(reading)).zone()));
  });
  opened_ = std::move(made);
  return *opened_;
}

bool Session::practice() { return opened().practice; }
engine::Desk& Session::desk() { return *opened().desk; }
const engine::Process& Session::process() { return *opened().process; }

const engine::Actor& Session::actor() {
  auto& open = opened();
  if (open.actor) return *open.actor;
  const auto name = settings_.actor.empty() ? login_name() : settings_.actor;
  open.actor = open.desk->actor(name);
  if (!open.actor && open.practice && settings_.actor.empty()) open.actor = open.desk->actor(practice_person);
  if (open.actor) return *open.actor;
  throw Fault(Kind::NotPermitted, "not_on_roster",
              mark("{0} is not on the roster of this centre (or not in service now); `--as PERSON` names who acts, "
                   "and whoever is on it lists the others: `maotiao people --as PERSON`"),
              name);
}

std::optional<int> Session::denied(std::string_view command) try {
  if (const auto refusal = desk().denied(actor(), command)) return refuse(*refusal);
  return std::nullopt;
} catch (const engine::Error& error) {
  if (error.code() != read_only) throw;
  throw Fault(Kind::NotPermitted, "not_permitted",
              mark("{0} may not do '{1}'; the attempt could not be recorded, the database can only be read here"),
              actor().person, command);
}

// On a database that can only be read the answer must still not tell that there is such a case.
void Session::note_unseen(std::string_view command, std::string_view hidden) try {
  desk().note_unseen(actor(), command, hidden);
} catch (const engine::Error& error) {
  if (error.code() != read_only) throw;
}

engine::CaseRecord Session::find(std::string_view word, std::string_view command) {
  workflows::NamedCase named;
  read([&](engine::Reading& reading, const engine::World& world) {
    named = workflows::case_named(reading, world, word, desk().sight(reading, actor()), desk().now());
  });
  if (named.seen) return *std::move(named.seen);
  if (!named.hidden.empty()) note_unseen(command, named.hidden);
  workflows::no_such_case(word, named);
}

engine::Zone Session::zone_of(std::string_view centre) {
  std::optional<engine::Zone> zone;
  read([&](engine::Reading&, const engine::World& world) {
    zone = (centre.empty() ? main_site(world) : world.site_of(centre)).zone();
  });
  return *zone;
}

void Session::print(const nlohmann::json& value) {
  out_.line(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

int Session::refuse(const engine::Refusal& refusal) { return tell({language_, out_, json()}, refusal); }

}  // namespace cli
