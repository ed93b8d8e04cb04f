#include "engine/error.hpp"
#include "tests/storage/fault_disk.hpp"
#include "tests/storage/scratch.hpp"
#include "tests/storage/soundness.hpp"
#include "tests/storage/tale.hpp"

#include <catch2/catch.hpp>

using engine::Writing;
using tests::Answered;
using tests::at;
using tests::FaultDisk;
using tests::Tale;
using Fault = FaultDisk::Fault;

namespace {

storage::Options on_fault_disk() {
  storage::Options options = tests::fresh();
  options.vfs = FaultDisk::name();
  options.wal_limit = 64 * 1024;  // so that a short workload checkpoints more than once
  return options;
}

void write_step(storage::SqliteStore& store, Tale& tale, Answered& answered) {
  Tale next = tale;
  next.record.deadlines = {tests::clock("plan", 0, 10 + next.record.revision, 100)};
  next.record.revision == 0 ? next.open() : next.work();
  store.write([&](Writing& w) {
    next.store(w);
    const auto& d = next.record.deadlines[0];
    w.raise({next.record.id, d.name, 1, "amber", d.due, at(50), at(50), "holder", false});
    w.take_number("register");
  });
  tale = next;
  answered.emplace(next.record.id, next.record.revision);
}

template <class Step>
void passing_over_faults(Step step) {
  try {
    step();
  } catch (const engine::Error&) {
    return;  // a caller reports it and takes the next command
  }
}

/// What a centre does in a short while: it opens the database, takes steps on three cases, checkpoints. Gives what was
/// answered; a call that failed is passed over.
Answered workload(const std::string& file) {
  Answered answered;
  passing_over_faults([&] {
    storage::SqliteStore store{file, on_fault_disk()};
    passing_over_faults([&] { store.write([](Writing& w) { w.put_transitions(tests::relation()); }); });
    std::vector<Tale> tales{Tale{1}, Tale{2}, Tale{3}};
    for (int round = 0; round < 3; ++round)
      for (Tale& tale : tales) passing_over_faults([&] { write_step(store, tale, answered); });
    passing_over_faults([&] { store.checkpoint(); });
    passing_over_faults([&] { write_step(store, tales[0], answered); });
  });
  return answered;
}

/// Strikes at every operation in turn, until a run goes through without being struck.
template <class Check>
int at_every_operation(Fault fault, Check check) {
  for (int n = 1;; ++n) {
    const tests::Scratch scratch;
    FaultDisk disk{fault, n};
    const Answered answered = workload(scratch.file());
    if (!disk.struck()) return n;
    check(scratch, disk, answered, n);
  }
}

}  // namespace

TEST_CASE("an input or output error at any operation loses nothing that was answered", "[fault]") {
  const int runs = at_every_operation(Fault::InputOutput, [](const auto& scratch, auto&, const auto& answered, int n) {
    INFO("operation " << n);
    REQUIRE(tests::unsound(scratch.file(), answered).empty());
  });
  CHECK(runs > 100);
}

TEST_CASE("a full disk at any operation loses nothing that was answered", "[fault]") {
  at_every_operation(Fault::Full, [](const auto& scratch, auto&, const auto& answered, int n) {
    INFO("operation " << n);
    REQUIRE(tests::unsound(scratch.file(), answered).empty());
  });
}

TEST_CASE("power lost at any operation leaves a sound database with everything that was answered", "[fault]") {
  at_every_operation(Fault::PowerLoss, [](const auto&, auto& disk, const auto& answered, int n) {
    INFO("operation " << n);
    const tests::Scratch after;
    disk.leave_in(after.folder().string(), static_cast<unsigned>(n));
    REQUIRE(tests::unsound(after.file(), answered).empty());
  });
}

TEST_CASE("a write that failed after it was committed is not stored twice when it is repeated", "[fault]") {
  const tests::Scratch scratch;
  FaultDisk disk;
  storage::Options options = tests::fresh();
  options.vfs = FaultDisk::name();
  storage::SqliteStore store{scratch.file(), options};
  store.write([](Writing& w) { w.put_transitions(tests::relation()); });
  Tale tale{1};
  Answered answered;
  write_step(store, tale, answered);
  Tale again{1};
  CHECK_THROWS_AS(write_step(store, again, answered), engine::Error);
  store.read([&](engine::Reading& r) {
    CHECK(r.history(tale.record.id) == tale.entries);
    CHECK(r.series().at(0).second == 1);
  });
}

TEST_CASE("a step reaches the disk in one write and one sync of the log, however many pages it changes") {
  const tests::Scratch scratch;
  FaultDisk disk;
  storage::Options options = tests::fresh();
  options.vfs = FaultDisk::name();
  storage::SqliteStore store{scratch.file(), options};
  store.write([](Writing& w) { w.put_transitions(tests::relation()); });
  Tale tale{1};
  Answered answered;
  write_step(store, tale, answered);
  const int before = disk.count();
  write_step(store, tale, answered);
  CHECK(disk.count() - before == 2);
}
