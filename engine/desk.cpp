#include "engine/desk.hpp"

#include "engine/case_fold.hpp"
#include "engine/clock_text.hpp"
#include "engine/digest.hpp"
#include "engine/error.hpp"
#include "engine/mark.hpp"
#include "engine/uuid.hpp"

#include <span>

namespace engine {
namespace {

/// Why an attempt was refused that named a case of others.
constexpr const char* not_seen = "not_seen";

/// Thrown through the store so that nothing of a refused companion's step stays.
struct Undone {
  Refusal refusal;
};

Refusal not_found(std::string_view case_name) {
  return {Refusal::Kind::NotFound,
          "no_such_case",
          mark("there is no case '{0}'; 'maotiao list' shows the open ones"),
          {std::string(case_name)},
          {},
          std::string(case_name),
          {}};
}

Refusal no_such_centre(const std::string& centre) {
  return {Refusal::Kind::Field,
          "no_such_centre",
          mark("there is no centre '{0}'; 'maotiao sites' shows them"),
          {centre},
          {},
          {},
          {}};
}

/// A new case belongs to the centre it says, else to the centre of the person who registers it.
std::string arrival_centre(const Happening& happening) {
  const auto said = happening.fields.find("centre");
  return said != happening.fields.end() && said->is_string() ? said->get<std::string>() : happening.actor.centre;
}

void follow(Batch& batch, const Companion& companion) {
  auto other = batch.find(companion.case_id);
  if (!other) throw Undone{not_found(companion.case_id)};
  auto answer = other->step(companion.happening);
  if (auto* refusal = std::get_if<Refusal>(&answer)) throw Undone{std::move(*refusal)};
  other->store();
}

void post_tellings(Batch& batch, const Trip& trip, const std::vector<Telling>& tell) {
  for (const Telling& telling : tell)
    batch.writing().post({make_uuid(batch.now()), trip.record().id, telling.to, telling.subject, batch.now()});
}

/// Somebody who may not know of a case hears the same as if there were none, but the attempt leaves its trace.
bool is_hidden(Batch& batch, const Process& process, const CaseRecord& record, const Happening& happening) {
  if (happening.origin != Origin::Person || record.revision == 0 ||
      process.may_see(happening.actor, record, batch.world()))
    return false;
  batch.writing().note_attempt({happening.actor.person, happening.event, record.number, not_seen, batch.now()});
  return true;
}

Refusal used_otherwise(const std::string& key) {
  return {Refusal::Kind::Field,
          "key_used",
          mark("something else was told under the key {0} before; take a new key for each step"),
          {key},
          {},
          {},
          {}};
}

/// What was taken when the same was told before under the same key, with the case as it stood right after it.
std::optional<Answer> told_before(Batch& batch, const Process& process, const Happening& happening) {
  if (!happening.once) return {};
  const auto told = batch.writing().told(happening.actor.person, happening.once->key);
  if (!told) return {};
  if (told->digest != happening.once->digest) return used_otherwise(told->key);
  const auto history = batch.writing().history(told->case_id);
  CaseFold then(process);
  for (const HistoryEntry& entry : std::span(history).first(static_cast<std::size_t>(told->seq))) then.apply(entry);
  Done done;
  done.record = then.project();
  done.entry = history.at(static_cast<std::size_t>(told->seq - 1));
  done.clocks = clocks_from(done.entry.clocks);
  return done;
}

void remember(Batch& batch, const Happening& happening, const Done& done) {
  if (!happening.once) return;
  const auto& once = *happening.once;
  batch.writing().put_told(
      {happening.actor.person, once.key, once.digest, done.record.id, done.entry.seq, batch.now()});
}

Answer one_trip(Batch& batch, const Process& process, std::string_view case_name, const Happening& happening) {
  if (auto before = told_before(batch, process, happening)) return *std::move(before);
  const std::string centre = arrival_centre(happening);
  if (case_name.empty() && batch.world().centre(centre) == nullptr) return no_such_centre(centre);
  auto trip = case_name.empty() ? std::optional(batch.open(centre)) : batch.find(case_name);
  if (!trip || is_hidden(batch, process, trip->record(), happening)) return not_found(case_name);
  auto answer = trip->step(happening);
  if (auto* refusal = std::get_if<Refusal>(&answer)) return std::move(*refusal);
  auto& taken = std::get<Taken>(answer);
  trip->store();
  for (const Companion& companion : taken.also) follow(batch, companion);
  post_tellings(batch, *trip, taken.tell);
  Done done{std::move(taken), trip->record()};
  remember(batch, happening, done);
  return done;
}

/// Names a relation: equal names, equal rows.
std::string digest_of(const std::vector<Transition>& relation) {
  std::string rows;
  for (const Transition& row : relation)
    rows.append(row.event).append(1, ' ').append(row.from).append(1, ' ').append(row.to).append(1, '\n');
  return sha256_hex(rows);
}

}  // namespace

Desk::Desk(Store& store, const Process& process, const Clock& clock)
    : store_(store), process_(process), clock_(clock) {}

void Desk::bring_relation(Writing& writing) const {
  if (relation_known_) return;
  const std::string digest = digest_of(process_.transitions());
  if (writing.setting("relation") == digest) return;
  writing.put_transitions(process_.transitions());
  writing.put_setting("relation", digest);
}

Answer Desk::tell(std::string_view case_name, const Happening& happening) {
  Answer answer;
  try {
    together([&](Batch& batch) { answer = one_trip(batch, process_, case_name, happening); });
  } catch (Undone& undone) {
    answer = std::move(undone.refusal);
  }
  return answer;
}

std::optional<std::vector<Possible>> Desk::possible(std::string_view case_name) {
  std::optional<std::vector<Possible>> answer;
  store_.read([&](Reading& reading) {
    const auto record = reading.find_case(case_name);
    if (!record) return;
    const auto now_world = world(reading);
    const Surroundings around{&now_world->people(), &now_world->centres(), &*record,
                              &now_world->site_of(record->centre)};
    answer = process_.restore(*record)->possible(around);
  });
  return answer;
}

std::optional<Actor> Desk::actor(std::string_view person_or_login) {
  std::optional<Actor> actor;
  store_.read([&](Reading& reading) {
    const auto as_it_stands = world(reading);
    for (const Person& person : as_it_stands->people())
      if ((person.id == person_or_login || (!person.login.empty() && person.login == person_or_login)) &&
          in_service(person, now()))
        actor = Actor{person.id, person.centre, person.roles};
  });
  return actor;
}

std::optional<Refusal> Desk::denied(const Actor& actor, std::string_view command) {
  if (process_.permits(actor.roles, command)) return {};
  store_.write([&](Writing& writing) {
    writing.note_attempt({actor.person, std::string(command), {}, "not_permitted", now()});
  });
  return Refusal{Refusal::Kind::NotPermitted,
                 "not_permitted",
                 mark("{0} may not do '{1}'; the attempt has been recorded"),
                 {actor.person, std::string(command)},
                 {},
                 {},
                 {}};
}

Sight Desk::sight(Reading& reading, const Actor& actor) { return {process_, actor, world(reading)}; }

void Desk::note_unseen(const Actor& actor, std::string_view command, std::string_view case_number) {
  store_.write([&](Writing& writing) {
    writing.note_attempt({actor.person, std::string(command), std::string(case_number), not_seen, now()});
  });
}

std::shared_ptr<const World> Desk::world(Reading& reading) {
  const std::lock_guard lock(mutex_);
  if (!world_ || !world_->current(reading)) world_ = World::load(reading);
  return world_;
}

std::shared_ptr<const World> Desk::world(Writing& writing) {
  const std::lock_guard lock(mutex_);
  return world_ && world_->current(writing) ? world_ : World::load(writing);
}

}  // namespace engine
