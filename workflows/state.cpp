#include "workflows/state.hpp"

#include "engine/mark.hpp"

namespace workflows {
namespace {

using engine::mark;

// clang-format off
constexpr std::array<StateWords, state_count> table{{
    {State::Fresh,         "",               mark("new"),                              "新",     false},
    {State::Arrived,       "arrived",        mark("arrived, waiting for reception"),   "到访",   false},
    {State::Received,      "received",       mark("received"),                         "已接待", false},
    {State::Sorted,        "sorted",         mark("sorted and registered"),            "一分",   false},
    {State::Entered,       "entered",        mark("entered the service station"),      "一进",   false},
    {State::Planned,       "planned",        mark("plan told"),                        "方案",   false},
    {State::Mediating,     "mediating",      mark("in mediation"),                     "一调",   false},
    {State::Suspended,     "suspended",      mark("mediation suspended"),              "中止",   false},
    {State::AwaitingVisit, "awaiting_visit", mark("resolved, waiting for the visit"),  "待回访", false},
    {State::Visited,       "visited",        mark("visited, waiting to be closed"),    "一访",   false},
    {State::Closed,        "closed",         mark("closed"),                           "结案",   true},
    {State::Archived,      "archived",       mark("archived"),                         "归档",   true},
    {State::Reopened,      "reopened",       mark("reopened after a relapse"),         "重启",   false},
    {State::Merged,        "merged",         mark("merged into another case"),         "并案",   true},
    {State::Left,          "left",           mark("left before reception"),            "未接待", true},
}};
// clang-format on

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i)
    if (static_cast<std::size_t>(table[i].state) != i || table[i].final != in(final_states, table[i].state))
      return false;
  return true;
}
static_assert(in_order(), "the words of the states stand in the order of the enum and agree on what is final");

}  // namespace

std::span<const StateWords> states() { return table; }
const StateWords& words(State state) { return table[static_cast<std::size_t>(state)]; }
std::string_view name(State state) { return words(state).name; }

std::optional<State> state_named(std::string_view name) {
  for (const StateWords& line : table)
    if (line.name == name) return line.state;
  return {};
}

}  // namespace workflows
