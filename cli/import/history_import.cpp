#include "cli/import/history_import.hpp"

#include "cli/import/history_file.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"

#include <algorithm>
#include <istream>
#include <set>

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

void require_empty(engine::Store& store) {
  store.read([](engine::Reading& reading) {
    if (reading.all_cases() > 0)
      throw Fault(Kind::Refused, "not_empty", mark("a history goes into an empty database only; make one with init"));
  });
}

using Tell = std::function<void(std::int64_t)>;

std::int64_t verify_file(std::istream& in, const engine::Process& process, const Tell& progress) {
  HistoryFile file(in, process);
  for (HistoryCase one; file.next(one);) progress(file.bytes_read());
  in.clear();
  in.seekg(0);
  if (!in) throw wrong_words(mark("a history is read twice; name a file, not a pipe"));
  return file.bytes_read();
}

HistoryTaken write_file(engine::Desk& desk, std::istream& in, const Tell& progress) {
  HistoryFile file(in, desk.process());
  HistoryTaken taken;
  for (bool more = true; more;) {
    desk.store().write([&](engine::Writing& writing) {
      const auto world = desk.world(writing);
      Missing missing(writing);
      HistoryCase one;
      for (std::size_t i = 0; i < cases_a_transaction && (more = file.next(one)); ++i) {
        put(writing, *world, missing, one);
        ++taken.cases;
        taken.entries += std::ssize(one.entries);
      }
    });
    progress(file.bytes_read());
  }
  return taken;
}

}  // namespace

HistoryTaken take_history(engine::Desk& desk, std::istream& in, const Tell& progress) {
  require_empty(desk.store());
  const auto verified = verify_file(in, desk.process(), progress);
  return write_file(desk, in, [&](std::int64_t bytes) { progress(verified + bytes); });
}

}  // namespace cli
