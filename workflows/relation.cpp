#include "workflows/relation.hpp"

#include "workflows/aside_table.hpp"
#include "workflows/custody_table.hpp"
#include "workflows/dispute_table.hpp"

#include <algorithm>

namespace workflows {
namespace {

using Relation = std::vector<engine::Transition>;

void add(Relation& relation, Event event, State from, State to) {
  const engine::Transition line{name(event), name(from), name(to)};
  const auto same = [&](const engine::Transition& known) {
    return known.event == line.event && known.from == line.from && known.to == line.to;
  };
  if (std::none_of(relation.begin(), relation.end(), same)) relation.push_back(line);
}

void add_everywhere(Relation& relation, Event event, StateSet where) {
  for (const StateWords& line : states())
    if (in(where, line.state)) add(relation, event, line.state, line.state);
}

}  // namespace

Relation transition_relation() {
  Relation relation;
  for (const auto& row : dispute::rows) add(relation, row.event, row.from, row.to);
  for (const auto& row : custody::rows) add_everywhere(relation, row.event, held_states);
  for (const aside::Line& line : aside::table) add_everywhere(relation, line.event, line.where);
  return relation;
}

std::vector<Open> rows_open_in(State state, Custody custody) {
  std::vector<Open> open;
  for (const auto& row : dispute::rows)
    if (row.from == state) open.push_back({row.event, row.guards});
  if (in(held_states, state))
    for (const auto& row : custody::rows)
      if (row.from == custody) open.push_back({row.event, row.guards});
  for (const aside::Line& line : aside::table)
    if (in(line.where, state)) open.push_back({line.event, line.guards()});
  return open;
}

}  // namespace workflows
