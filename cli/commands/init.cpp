#include "cli/arguments.hpp"
#include "cli/centre_file.hpp"
#include "cli/clocks.hpp"
#include "cli/commands.hpp"
#include "cli/database.hpp"
#include "cli/session.hpp"
#include "cli/setting_keys.hpp"
#include "cli/small_file.hpp"
#include "cli/vocabulary.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "workflows/dispute_process.hpp"

#include <filesystem>

namespace cli {
namespace {
using engine::mark;

std::vector<Option> options(std::string_view) {
  return {
      {"--practice", "", mark("a database to practise with: made-up people, and MAOTIAO_NOW sets its clock")},
      {"--config", "FILE", mark("the centre: who it is, where it is, who works there (TOML)")},
  };
}

CentreFile described(const Arguments& arguments) {
  const auto file = arguments.text("--config");
  const auto written = file ? small_file(*file) : std::string();
  return arguments.has("--practice") ? practice_centre(written) : read_centre_file(written);
}

void fill_in(engine::Store& store, const CentreFile& file, bool practice) {
  store.write([&](engine::Writing& writing) {
    writing.put_transitions(workflows::make_dispute_process()->transitions());
    for (const auto& centre : file.centres) writing.put_centre(centre);
    for (const auto& person : file.people) writing.put_person(person);
    writing.put_setting(key_organisation, file.organisation);
    writing.put_setting(key_practice, practice ? "1" : "0");
  });
}

// A database that could not be filled is no database: nothing of it stays.
void make(const std::string& path, const CentreFile& file, bool practice) {
  auto store = make_database(path);
  try {
    fill_in(*store, file, practice);
  } catch (...) {
    store.reset();
    for (const auto* part : {"", "-wal", "-shm"}) std::filesystem::remove(path + part);
    throw;
  }
}

/// A new database knows its people and nobody knows it yet: who may act is named here, and how.
void say_who_acts(Session& session, const CentreFile& file) {
  constexpr std::size_t most_shown = 20;
  auto& out = session.out();
  for (std::size_t i = 0; i < std::min(most_shown, file.people.size()); ++i) {
    const auto& person = file.people[i];
    std::string roles;
    for (const auto& role : person.roles) roles += (roles.empty() ? "" : ", ") + role_word(session.language(), role);
    out.line("  --as " + person.id + "  " + person.name + "  " + roles);
  }
  out.line(session.say(mark("Who acts is named by --as, by MAOTIAO_AS, or by the login name that the roster holds.")));
  const auto id = file.people.empty() ? std::string("PERSON") : file.people.front().id;
  out.line(session.say(mark("Next: `maotiao people --db {0} --as {1}` lists them all"), session.database(), id));
}

void say_made(Session& session, const std::string& path, const CentreFile& file, bool practice) {
  auto& out = session.out();
  out.line(session.say(mark("{0}: {1}, {2} centres, {3} people"), path, file.organisation, file.centres.size(),
                       file.people.size()));
  if (!practice) return say_who_acts(session, file);
  out.line(session.say(
      mark("This is a practice database: the people are made up, MAOTIAO_NOW sets its clock, and who is not "
           "on its roster acts as \"practice\", a person with every role.")));
  out.line(session.say(mark("Next: `maotiao arrive --db {0} --channel visit --party 张某某 --about 邻里漏水`"), path));
}

int run(Session& session, const Arguments& arguments) {
  const bool practice = arguments.has("--practice");
  if (!practice && !arguments.has("--config")) {
    throw wrong_words(mark("say who the centre is: --config centre.toml; or --practice for a made-up one"));
  }
  const auto file = described(arguments);
  make(session.database(), file, practice);
  if (session.json()) {
    session.print({{"database", session.database()},
                   {"organisation", file.organisation},
                   {"practice", practice},
                   {"centres", file.centres.size()},
                   {"people", file.people.size()}});
  } else {
    say_made(session, session.database(), file, practice);
  }
  return exit_done;
}

}  // namespace

const Command init_command{options, "init --db centre.db --practice", run};

}  // namespace cli
