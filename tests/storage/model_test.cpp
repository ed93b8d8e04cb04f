#include "engine/error.hpp"
#include "tests/storage/scratch.hpp"
#include "tests/storage/tale.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using engine::Writing;
using tests::at;
using tests::Tale;

namespace {

// What one command does to one of a few cases; applied alike to both stores.
struct Command {
  int which, what, number;
  bool fails;
};

void change_clocks(Tale& tale, int number) {
  auto& clocks = tale.record.deadlines;
  switch (number % 5) {
    case 0: clocks.push_back(tests::clock(number % 2 ? "plan" : "visit", number, number + 3, number + 9)); break;
    case 1:
      if (!clocks.empty()) clocks.back().met = at(number);
      break;
    case 2:
      if (!clocks.empty()) clocks.front().stopped = at(number);
      break;
    case 3:
      if (!clocks.empty())
        clocks.back().pauses.push_back({at(number), number % 2 ? std::nullopt : std::optional{at(number + 1)}});
      break;
    default:
      if (!clocks.empty()) clocks.back().due = at(number + 20);
  }
}

void change_record(Tale& tale, int number) {
  tale.record.holder = number % 3 ? "li" : "wang";
  tale.record.centre = number % 4 ? "town" : "v03";
  if (number % 7 == 0) tale.record.second_number = "second " + std::to_string(number % 3);
}

void move_case(Tale& tale, int number) {
  change_clocks(tale, number);
  change_record(tale, number);
  tale.record.state.empty() ? tale.open() : number % 6 == 5 ? tale.end() : tale.work();
}

void raise_some(Writing& w, const Tale& tale, int number) {
  for (const auto& d : tale.record.deadlines)
    if (number % 2)
      w.raise(
          {tale.record.id, d.name, d.cycle, number % 3 ? "amber" : "red", d.due, d.due, at(number), "holder", false});
}

void work(Writing& w, Tale& tale, const Command& command) {
  if (command.what == 0 && tale.record.state != "over") {
    move_case(tale, command.number);
    tale.store(w);
  }
  if (command.what == 1 && !tale.record.state.empty()) raise_some(w, tale, command.number);
  if (command.what == 2) w.take_number(command.number % 2 ? "register" : "mediation");
  if (command.what == 3) w.put_setting("key " + std::to_string(command.number % 3), std::to_string(command.number));
  if (command.fails) throw std::out_of_range("the caller's own");
}

/// Gives what the store answered, and moves the tale only if it was stored.
std::string apply(engine::Store& store, Tale& tale, const Command& command) {
  Tale next = tale;
  try {
    store.write([&](Writing& w) { work(w, next, command); });
  } catch (const engine::Error& error) {
    return error.code();
  } catch (const std::out_of_range&) {
    return "undone";
  }
  tale = next;
  return "stored";
}

rc::Gen<Command> any_command() {
  return rc::gen::construct<Command>(rc::gen::inRange(0, 4), rc::gen::inRange(0, 4), rc::gen::inRange(0, 60),
                                     rc::gen::weightedElement<bool>({{5, false}, {1, true}}));
}

}  // namespace

TEST_CASE("the SQLite store and the memory store answer alike, whatever is asked of them", "[model]") {
  CHECK(rc::check("both stores tell the same after any commands", [] {
    const auto commands = *rc::gen::container<std::vector<Command>>(any_command());
    tests::OnSqlite sqlite;
    tests::InMemory memory;
    std::vector<Tale> tales{Tale{1}, Tale{2}, Tale{3}, Tale{4}};
    for (const Command& command : commands) {
      auto& tale = tales[static_cast<std::size_t>(command.which)];
      Tale twin = tale;
      RC_ASSERT(apply(sqlite.store, tale, command) == apply(memory.store, twin, command));
    }
    for (const int minute : {0, 20, 40, 9999})
      RC_ASSERT(tests::everything(sqlite.store, at(minute)) == tests::everything(memory.store, at(minute)));
  }));
}
