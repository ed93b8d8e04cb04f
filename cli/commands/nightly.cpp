#include "engine/schedule/nightly.hpp"

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/night_answer.hpp"
#include "cli/run_name.hpp"
#include "cli/session.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"

namespace cli {
namespace {
using engine::mark;
using Kind = engine::Error::Kind;

std::vector<Option> options(std::string_view) {
  return {
      {"date", "YYYY-MM-DD", mark("with --show: the night of this date (otherwise the last one)")},
      {"--show", "", mark("show the report of a night again")},
      {"--list", "", mark("the last runs, the newest first")},
      {"--every", "HH:MM", mark("from now on the run of each night is due at this local time")},
  };
}

std::optional<engine::Night> stored(Session& session, const std::optional<engine::Date>& day) {
  std::optional<engine::Night> night;
  session.read([&](engine::Reading& reading, const engine::World&) {
    if (day) night = reading.night(*day);
    if (const auto nights = reading.nights(1); !day && !nights.empty()) night = nights.front();
  });
  return night;
}

int show(Session& session, const Arguments& arguments) {
  const auto said = arguments.text("date");
  const auto day = said ? std::optional(engine::parse_date(*said)) : std::nullopt;
  const auto night = stored(session, day);
  if (!night)
    throw Fault(
        Kind::NotFound, "no_night",
        mark("no run was made on the night of {0}; `maotiao nightly --list` shows those there are, and `maotiao "
             "check --at` answers for any instant from history"),
        said.value_or(""));
  print_night(session, *night);
  return exit_done;
}

int list(Session& session) {
  constexpr std::int64_t most = 400;
  std::vector<engine::Night> nights;
  session.read([&](engine::Reading& reading, const engine::World&) { nights = reading.nights(most); });
  print_nights(session, nights);
  return exit_done;
}

int set_time(Session& session, const std::string& time) {
  if (const auto exit = session.denied("sites")) return *exit;
  if (!engine::read_time_of_day(time))
    throw wrong_words(mark("\"{0}\" is no time of day; write it as HH:MM, e.g. 00:30"), time);
  session.store().write([&](engine::Writing& writing) { writing.put_setting(engine::key_nightly_at, time); });
  if (!session.json()) session.out().line(session.say(mark("The run of each night is due at {0} from now on."), time));
  if (session.json()) session.print({{"nightly_at", time}});
  return exit_done;
}

int run_now(Session& session) {
  const auto result = engine::run_night(session.desk(), run_name());
  print_night_made(session, result.night, result.made);
  return exit_done;
}

// The timer of the machine makes the run and is nobody on the roster; cases are shown only to those who are.
int run(Session& session, const Arguments& arguments) {
  if (const auto time = arguments.text("--every")) return set_time(session, *time);
  if (!arguments.has("--show") && !arguments.has("--list")) return run_now(session);
  if (const auto exit = session.denied("check")) return *exit;
  return arguments.has("--list") ? list(session) : show(session, arguments);
}

}  // namespace

const Command nightly_command{options, "nightly --show", run};

}  // namespace cli
