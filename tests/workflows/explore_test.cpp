#include "tests/workflows/alphabet.hpp"
#include "workflows/proofs.hpp"

#include <deque>
#include <map>

#include <catch2/catch.hpp>

using namespace workflows;
using namespace workflows_tests;

namespace {

/// Everything that can happen to a case with these letters: every node once, and who leads to whom.
struct Space {
  std::vector<Node> nodes;
  std::vector<std::vector<std::size_t>> into;  // predecessors
  std::map<std::string, std::size_t> known;
  std::size_t steps = 0;

  std::size_t add(const Node& node) {
    const auto [at, fresh] = known.emplace(node.key(), nodes.size());
    if (fresh) {
      nodes.push_back(node);
      into.emplace_back();
    }
    return at->second;
  }
};

/// What must hold of every single step.
bool sound_step(const Node& from, const Node& to) {
  const Facts& facts = from.facts;
  if (to.state == State::Closed && from.state != State::Closed)
    return from.state == State::Visited && (is_set(facts.visited_at) || facts.visit_impossible) &&
           open_branches(facts) == 0 && !has_open_task(facts);
  if (to.state == State::Mediating && from.state == State::Planned)
    for (const Party& party : facts.parties)
      if (party.consent != Consent::Given) return false;
  return true;
}

/// What must hold of every case as it stands (field-lessons row 50): holder, limit.
bool sound_node(const Node& node) {
  if (node.state == State::Fresh) return true;
  if (!in(live_states, node.state)) return node.running == 0;
  const Custody custody = node.facts.custody;
  return in(node.running, proofs::answering(node.state)) &&
         (custody != Custody::None || node.state == State::Arrived) &&
         (custody != Custody::Offered || in(node.running, Limit::Handoff)) &&
         (custody != Custody::Disputed || in(node.running, Limit::Referee));
}

Space explore(const std::vector<Letter>& letters) {
  Space space;
  space.add(Node{});
  for (std::size_t at = 0; at < space.nodes.size(); ++at) {
    const Node here = space.nodes[at];
    bool exit = false;
    for (const Letter& letter : letters) {
      Node next;
      ++space.steps;
      if (tell(here, letter, next).result != Advance::Result::Taken) continue;
      if (!sound_step(here, next)) FAIL(letter.name << " from " << here.key());
      const std::size_t to = space.add(next);
      space.into[to].push_back(at);
      exit = exit || next.state != here.state;
    }
    if (!sound_node(here)) FAIL("no holder or no limit: " << here.key());
    if (in(live_states, here.state) && !exit) FAIL("no exit: " << here.key());
  }
  return space;
}

/// From how many nodes a closed (merged, left) case can be reached.
std::size_t closing_from(const Space& space) {
  std::vector<bool> reached(space.nodes.size());
  std::deque<std::size_t> todo;
  for (std::size_t i = 0; i < space.nodes.size(); ++i)
    if (space.nodes[i].state == State::Closed) todo.push_back(i);
  for (const std::size_t i : todo) reached[i] = true;
  for (; !todo.empty(); todo.pop_front())
    for (const std::size_t before : space.into[todo.front()])
      if (!reached[before]) {
        reached[before] = true;
        todo.push_back(before);
      }
  std::size_t count = 0;
  for (std::size_t i = 0; i < space.nodes.size(); ++i) {
    const bool ended_otherwise = space.nodes[i].state == State::Merged || space.nodes[i].state == State::Left;
    if (reached[i] || ended_otherwise)
      ++count;
    else
      FAIL("cannot be closed: " << space.nodes[i].key());
  }
  return count;
}

void explore_all(const std::vector<Letter>& letters) {
  const Space space = explore(letters);
  CHECK(closing_from(space) == space.nodes.size());
  CHECK(space.nodes.size() > 100);
  INFO(space.nodes.size() << " cases explored by " << space.steps << " steps");
  CHECK(space.steps > 1000);
}

}  // namespace

TEST_CASE(
    "every case of mediation and aid has holder, exit and limit, and can be closed, but not without a visit "
    "(field-lessons row 50)") {
  explore_all(mediation_letters());
}

TEST_CASE("every case of the other ways out has holder, exit and limit, and can be closed, but not without a visit") {
  explore_all(other_letters());
}

TEST_CASE("no hand-off and no joint task leaves a case without holder or limit") { explore_all(custody_letters()); }
