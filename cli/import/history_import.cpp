#include "cli/import/history_import.hpp"

#include "cli/fault.hpp"
#include "cli/import/history_file.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "engine/mark.hpp"
#include "engine/verify.hpp"

#include <algorithm>
#include <istream>
#include <set>

#include <nlohmann/json.hpp>

namespace cli {
namespace {

using engine::mark;
using Kind = engine::Error::Kind;

constexpr std::size_t cases_a_transaction = 250;

/// Everybody and every centre that the history names and the database does not know.
class Missing {
 public:
  explicit Missing(engine::Reading& reading) : centres_(reading.centres()) {
    for (const auto& person : reading.people()) people_.insert(person.id);
  }

  void add(engine::Writing& writing, const engine::HistoryEntry& entry) {
    if (std::ranges::none_of(centres_, [&](const auto& centre) { return centre.id == entry.centre; })) {
      auto centre = centres_.empty() ? engine::Centre{} : centres_.front();  // number formats like its sister's
      centre.id = centre.name = entry.centre;
      writing.put_centre(centres_.emplace_back(std::move(centre)));
    }
    add_person(writing, entry.actor, entry.centre);
    add_person(writing, entry.holder, entry.centre);
  }

 private:
  void add_person(engine::Writing& writing, const std::string& id, const std::string& centre) {
    if (id.empty() || id == "system" || !people_.insert(id).second) return;
    engine::Person person;
    person.id = person.name = id;
    person.centre = centre;
    writing.put_person(person);
  }

  std::vector<engine::Centre> centres_;
  std::set<std::string> people_;
};

/// Takes the numbers that a case was given, so that the series go on after them.
void take_numbers(engine::Writing& writing, const engine::World& world, const HistoryCase& one) {
  auto centre = one.entries.front().centre;
  for (const auto& entry : one.entries) {
    const auto date = world.site_of(centre).zone().date(entry.occurred_at);
    const auto year = std::to_string(static_cast<int>(std::chrono::year_month_day(date).year()));
    if (entry.seq == 1) writing.take_number("register/" + centre + "/" + year);
    if (entry.fields.find("\"mediation_number\":") != std::string::npos)
      writing.take_number("mediation/" + centre + "/" + year);
    centre = entry.centre;
  }
}

void put(engine::Writing& writing, const engine::World& world, Missing& missing, const HistoryCase& one) {
  take_numbers(writing, world, one);
  for (const auto& entry : one.entries) {
    missing.add(writing, entry);
    writing.append(entry);
  }
  writing.put_case(one.record);
}

void require_empty(Session& session) {
  session.store().read([](engine::Reading& reading) {
    if (reading.all_cases() > 0)
      throw Fault(Kind::Refused, "not_empty", mark("a history goes into an empty database only; make one with init"));
  });
}

std::int64_t verify_file(std::istream& in, const engine::Process& process, Progress& progress) {
  HistoryFile file(in, process);
  std::int64_t cases = 0;
  for (HistoryCase one; file.next(one); ++cases) progress.at(file.bytes_read());
  in.clear();
  in.seekg(0);
  if (!in) throw wrong_words(mark("a history is read twice; name a file, not a pipe"));
  return cases;
}

/// Gives how many entries went in.
std::int64_t write_file(Session& session, std::istream& in, Progress& progress) {
  HistoryFile file(in, session.process());
  std::int64_t entries = 0;
  for (bool more = true; more;) {
    session.store().write([&](engine::Writing& writing) {
      const auto world = session.desk().world(writing);
      Missing missing(writing);
      HistoryCase one;
      for (std::size_t i = 0; i < cases_a_transaction && (more = file.next(one)); ++i) {
        put(writing, *world, missing, one);
        entries += std::ssize(one.entries);
      }
    });
    progress.at(file.bytes_read());
  }
  return entries;
}

}  // namespace

int import_history(Session& session, std::istream& in, std::int64_t size) {
  require_empty(session);
  std::int64_t cases = 0;
  std::int64_t entries = 0;
  {
    Progress progress(session.say(mark("verifying the file")), size);
    cases = verify_file(in, session.process(), progress);
  }
  {
    Progress progress(session.say(mark("importing")), size);
    entries = write_file(session, in, progress);
  }
  if (session.json())
    session.print({{"cases", cases}, {"entries", entries}});
  else
    session.out().line(
        session.say(mark("Imported: {0} cases with {1} entries; every chain holds. `maotiao verify` prints the head."),
                    cases, entries));
  return exit_done;
}

}  // namespace cli
