#include "cli/import/ledger_import.hpp"

#include "engine/mark.hpp"
#include "engine/uuid.hpp"
#include "workflows/ledger.hpp"

#include <algorithm>
#include <functional>
#include <future>
#include <memory>

namespace cli {
namespace {

using engine::mark;
using workflows::LedgerCase;
using workflows::LedgerFault;
using workflows::LedgerRow;

constexpr std::size_t rows_a_transaction = 1000;

void refuse(ImportReport& part, RefusedRow row) {
  ++part.refused;
  ++part.refused_by_code[row.code];
  part.refused_rows.push_back(std::move(row));
}

void refuse(ImportReport& part, std::int64_t line, const LedgerFault& fault) {
  refuse(part, {line, fault.code, fault.message, fault.args});
}

void add(ImportReport& whole, ImportReport part) {
  whole.read += part.read;
  whole.imported += part.imported;
  whole.already_known += part.already_known;
  whole.refused += part.refused;
  whole.steps += part.steps;
  whole.inferred += part.inferred;
  for (const auto& [code, count] : part.refused_by_code) whole.refused_by_code[code] += count;
  std::ranges::sort(part.refused_rows, {}, &RefusedRow::line);
  for (auto& row : part.refused_rows)
    if (whole.refused_rows.size() < ImportReport::most_kept) whole.refused_rows.push_back(std::move(row));
  whole.new_people.merge(part.new_people);
}

/// The person a ledger means: by roster id, else by name, else a new one.
std::string person_named(const engine::World& world, std::string_view name) {
  if (world.person(name) != nullptr) return std::string(name);
  for (const auto& person : world.people())
    if (person.name == name) return person.id;
  return workflows::ledger_person_id(name);
}

}  // namespace

void LedgerImport::run(LedgerFile& file, const std::function<bool(std::int64_t)>& going_on) {
  first_id_ = engine::make_uuid(desk_.now());
  arrives_now_ = file.kind() == FileKind::JsonLines;
  names_refs_ = file.names_refs();
  auto chunk = next(file, nullptr);
  while (chunk) {
    auto ahead = std::async(order_.dry_run ? std::launch::deferred : std::launch::async,
                            [&, written = chunk.get()] { return next(file, written); });
    const bool as_judged = order_.dry_run || write(*chunk, false);
    auto following = ahead.get();
    if (!as_judged) (void)write(*chunk, true);
    add(report_, std::move(chunk->part));
    report_.interrupted = !going_on(chunk->bytes);
    if (report_.interrupted) return;
    chunk = std::move(following);
    if (chunk && !as_judged) desk_.store().read([&](engine::Reading& ground) { judge(ground, nullptr, *chunk); });
  }
}

std::unique_ptr<LedgerImport::Chunk> LedgerImport::next(LedgerFile& file, const Chunk* being_written) {
  auto chunk = std::make_unique<Chunk>();
  if (!read_rows(file, chunk->rows)) return nullptr;
  chunk->bytes = file.bytes_read();
  desk_.store().read([&](engine::Reading& ground) { judge(ground, order_.dry_run ? nullptr : being_written, *chunk); });
  return chunk;
}

void LedgerImport::judge(engine::Reading& ground, const Chunk* being_written, Chunk& chunk) {
  const engine::Draft* before = being_written == nullptr ? nullptr : &*being_written->draft;
  chunk.part = {};
  chunk.draft.emplace(ground, before);
  chunk.roster_revision = ground.roster_revision();
  chunk.calendar_revision = ground.calendar_revision();
  take(ground, before != nullptr && before->has_people(), chunk);
}

bool LedgerImport::write(Chunk& chunk, bool judge_anew) {
  bool written = true;
  desk_.store().write([&](engine::Writing& writing) {
    if (judge_anew) judge(writing, nullptr, chunk);
    written = judge_anew || stands(writing, chunk);
    if (!written) return;
    chunk.draft->write_to(writing);
    roster_written_ = writing.roster_revision();
    calendar_written_ = writing.calendar_revision();
  });
  return written;
}

/// True if nobody else has changed what the rows were judged by: roster, calendar, numbers, cases that came in.
bool LedgerImport::stands(engine::Writing& writing, const Chunk& chunk) const {
  return writing.roster_revision() == roster_written_.value_or(chunk.roster_revision) &&
         writing.calendar_revision() == calendar_written_.value_or(chunk.calendar_revision) &&
         chunk.draft->follows(writing);
}

bool LedgerImport::read_rows(LedgerFile& file, std::vector<LedgerItem>& rows) {
  rows.clear();
  for (LedgerItem item; rows.size() < rows_a_transaction && file.next(item);) rows.push_back(std::move(item));
  return !rows.empty();
}

void LedgerImport::take(engine::Reading& ground, bool roster_grows, Chunk& chunk) {
  engine::Draft& draft = *chunk.draft;
  auto world = roster_grows ? engine::World::load(draft) : desk_.world(ground);
  auto told = understand(*world, chunk.rows, chunk.part);
  if (add_people(*world, told, draft, chunk.part)) world = engine::World::load(draft);
  engine::Batch batch(draft, desk_.process(), *world, desk_.now());
  for (auto& one : told)
    if (!known(draft, one, chunk.part)) take_case(batch, draft, one, chunk.part);
}

std::vector<LedgerImport::Told> LedgerImport::understand(const engine::World& world,
                                                         const std::vector<LedgerItem>& rows, ImportReport& part) {
  const workflows::LedgerReading reading{world.site_of(order_.centre).zone(),
                                         desk_.now(),
                                         order_.actor,
                                         [&](std::string_view name) { return person_named(world, name); },
                                         arrives_now_,
                                         names_refs_};
  std::vector<Told> told;
  for (const auto& item : rows) {
    ++part.read;
    if (const auto* fault = std::get_if<LedgerFault>(&item.row)) {
      refuse(part, item.line, *fault);
      continue;
    }
    auto understood = workflows::ledger_case(std::get<LedgerRow>(item.row), reading);
    if (const auto* fault = std::get_if<LedgerFault>(&understood))
      refuse(part, item.line, *fault);
    else
      told.push_back({item.line, std::move(std::get<LedgerCase>(understood))});
  }
  return told;
}

/// Who received is put on the roster, without a role: a holder has a name, but nobody may act who was not appointed.
bool LedgerImport::add_people(const engine::World& world, const std::vector<Told>& told, engine::Draft& draft,
                              ImportReport& part) {
  for (const auto& one : told) {
    const auto& name = one.what.receiver;
    if (name.empty() || world.person(person_named(world, name)) != nullptr) continue;
    if (!part.new_people.insert(name).second) continue;
    engine::Person person;
    person.id = workflows::ledger_person_id(name);
    person.name = name;
    person.centre = order_.centre;
    draft.put_person(person);
  }
  return !part.new_people.empty();
}

bool LedgerImport::known(engine::Draft& draft, const Told& told, ImportReport& part) {
  const bool again = dry_refs_.contains(std::hash<std::string>{}(told.what.ref));
  const auto record = draft.find_case(told.what.ref);
  const bool stored = record && record->ref == told.what.ref;
  const bool of_this_import = stored && record->id > first_id_ && record->id < engine::make_uuid(desk_.now());
  if (again || of_this_import) {
    refuse(part, {told.line,
                  "duplicate_ref",
                  names_refs_ ? mark("ref {0} stands on an earlier row of this file")
                              : mark("an earlier row of this file says the same"),
                  {told.what.ref}});
  } else if (stored && !arrives_now_ && record->arrived_at != told.what.arrived) {
    refuse(part, {told.line,
                  "other_case",
                  mark("ref {0} belongs to another case already: {1}, which arrived at another time; give each row a "
                       "reference that no other year or sheet uses, or leave the column out"),
                  {told.what.ref, record->number}});
  } else if (stored) {
    ++part.already_known;
  }
  return again || stored;
}

void LedgerImport::take_case(engine::Batch& batch, engine::Draft& draft, Told& told, ImportReport& part) {
  auto trip = batch.open(order_.centre);
  std::int64_t inferred = 0;
  for (auto& happening : told.what.steps) {
    if (happening.origin == engine::Origin::Inferred) ++inferred;
    auto answer = trip.step(std::move(happening));
    const auto* refusal = std::get_if<engine::Refusal>(&answer);
    if (refusal == nullptr) continue;
    draft.drop();
    return refuse(part, {told.line, refusal->code, refusal->message, refusal->args});
  }
  trip.store();
  draft.keep();
  if (order_.dry_run) dry_refs_.insert(std::hash<std::string>{}(told.what.ref));
  ++part.imported;
  part.steps += std::ssize(told.what.steps);
  part.inferred += inferred;
}

}  // namespace cli
