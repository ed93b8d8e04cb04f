#include "tests/workflows/alphabet.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace workflows_tests;
using workflows::Advance;

namespace {

/// The mediation path told a second time, as plain as possible, without tables.
struct Model {
  std::string state;
  bool mediate = false, broken = false, aid = false, consent = false, refused = false, tell_rights = false;
  bool over = false, content = false, parties_signed = false, sealed = false, agreed = false, performed = false,
       looked = false;
  int phoned = 0, called = 0;  // attempts at a visit

  bool any(std::initializer_list<const char*> states) const {
    return std::any_of(states.begin(), states.end(), [&](const char* one) { return state == one; });
  }
  bool go(const std::string& to) { return state = to, true; }
  bool stay() { return true; }
  bool resolve() { return go(mediate || broken || aid ? "planned" : "awaiting_visit"); }
  bool drop_all() { return mediate = broken = aid = over = false, go("awaiting_visit"); }
  bool agree(bool complete, bool at_once = false) {
    if (!complete) return stay();
    agreed = true, performed = at_once, mediate = false;
    return resolve();
  }
  bool tell_plan(bool wants_mediation, bool wants_aid) {
    if (!any({"entered", "planned", "mediating", "awaiting_visit"}) || (wants_mediation && refused) || over)
      return false;
    if (wants_mediation && !broken) mediate = true;
    aid = aid || wants_aid;
    return go(state == "mediating" ? "mediating" : "planned");
  }
  bool relapse() {
    if (!any({"awaiting_visit", "visited", "closed", "archived"})) return false;
    const bool rights = tell_rights;
    *this = Model{};
    tell_rights = rights;
    return go("reopened");
  }
  bool live() const { return !state.empty() && !any({"closed", "archived", "left", "merged"}); }
  bool early() const { return any({"received", "sorted", "entered", "reopened"}); }
  bool working() const { return any({"planned", "mediating", "suspended"}); }

  bool take(const std::string& word) {
    if (word == "arrive") return state.empty() && go("arrived");
    if (word == "receive") return state == "arrived" && go("received");
    if (word == "leave") return state == "arrived" && go("left");
    if (word == "sort") return any({"received", "reopened"}) && go("sorted");
    if (word == "enter") return state == "sorted" && go("entered");
    if (word == "merge") return live() && go("merged");
    if (word == "plan") return tell_plan(true, false);
    if (word == "plan both") return tell_plan(true, true);
    if (word == "plan aid") return tell_plan(false, true);
    if (word == "reopen") return relapse();
    if (word == "law") return live() && take_law();
    if (word == "refuse") return live() && take_refusal();
    if (word == "consent") return (early() || working()) && take_consent();
    if (word == "accept") return take_acceptance();
    if (word == "session") return state == "mediating" && tell_rights;
    if (word == "suspend") return any({"mediating", "suspended"}) && go("suspended");
    if (word == "resume") return state == "suspended" && go("mediating");
    if (word == "extend") return any({"mediating", "suspended"}) || (over && consent && take_up_again());
    if (word == "period over") return state == "mediating" && run_out();
    if (word == "signed in time") return (state == "mediating" || over) && sign_all();
    if (word == "fail") return working() && (mediate || broken) && take_failure();
    if (word == "aid") return any({"planned", "mediating"}) && aid && take_aid();
    if (word == "withdraw") return (early() || working()) && drop_all();
    if (word == "withdraw mine") return early() ? drop_all() : working();
    if (word == "draft") return state == "mediating" && (content = true) && agree(parties_signed && sealed);
    if (word == "sign") return state == "mediating" && content && (parties_signed = true) && agree(sealed);
    if (word == "seal") return state == "mediating" && content && (sealed = true) && agree(parties_signed);
    if (word == "shake hands") return state == "mediating" && (content = true) && agree(true, true);
    if (word == "prove")
      return any({"planned", "mediating", "awaiting_visit", "visited"}) && agreed && (performed = true);
    if (word == "visit") return any({"awaiting_visit", "visited"}) && (looked = performed = true) && go("visited");
    if (word == "try" || word == "try face") return take_attempt(word == "try" ? 'p' : 'f');
    if (word == "unreachable") return state == "awaiting_visit" && tried_enough() && (looked = true) && go("visited");
    if (word == "close") return state == "visited" && looked && (performed || !agreed) && go("closed");
    if (word == "archive") return state == "closed" && go("archived");
    return false;
  }
  bool take_law() {
    if (state == "arrived" || early()) return drop_all();
    if (any({"awaiting_visit", "visited"})) return stay();
    if (mediate || broken) return mediate = broken = over = false, resolve();
    return drop_all();
  }
  bool take_refusal() {
    refused = true, consent = false;
    broken = broken || mediate, mediate = false;
    return any({"mediating", "suspended"}) ? go("planned") : stay();
  }
  bool take_consent() {
    refused = false, consent = true;
    if (broken && !over) broken = false, mediate = true;
    return stay();
  }
  bool take_failure() {
    mediate = broken = over = content = false;
    return resolve();
  }
  bool run_out() {
    over = broken = true, mediate = false;
    return go("planned");
  }
  bool take_up_again() {
    over = broken = false, mediate = true;
    return go("mediating");
  }
  bool sign_all() {
    content = parties_signed = sealed = true, over = broken = false;
    return agree(true);
  }
  bool take_aid() {
    aid = false;
    return state == "planned" ? resolve() : stay();
  }
  bool tried_enough() const { return phoned + called >= 3 && phoned > 0 && called > 0; }
  bool take_attempt(char by) {
    if (!any({"awaiting_visit", "visited"})) return false;
    if (state == "awaiting_visit") ++(by == 'p' ? phoned : called);
    return stay();
  }
  bool take_acceptance() {
    if (state != "planned" || !mediate || !consent) return false;
    tell_rights = true, content = parties_signed = sealed = false;
    return go("mediating");
  }
};

/// Letters the model leaves out: they count something it does not follow.
bool modelled(const Letter& letter) { return letter.name != "breach"; }

/// Three times in four a letter that is taken here, so that cases get far; else any letter.
const Letter& pick(const std::vector<Letter>& letters, const Node& node, std::uint8_t choice) {
  std::vector<const Letter*> taken;
  for (const Letter& letter : letters)
    if (Node next; tell(node, letter, next).result == Advance::Result::Taken) taken.push_back(&letter);
  if (taken.empty() || choice % 4 == 0) return letters[choice / 4 % letters.size()];
  return *taken[choice / 4 % taken.size()];
}

}  // namespace

TEST_CASE("the machine and a model without tables agree on random cases") {
  std::vector<Letter> letters = mediation_letters();
  std::erase_if(letters, [](const Letter& letter) { return !modelled(letter); });
  CHECK(rc::check("same answers, same states", [&] {
    const auto choices = *rc::gen::container<std::vector<std::uint8_t>>(rc::gen::arbitrary<std::uint8_t>());
    Node node;
    Model model;
    for (const std::uint8_t choice : choices) {
      const Letter& letter = pick(letters, node, choice);
      Node next;
      const bool taken = tell(node, letter, next).result == Advance::Result::Taken;
      RC_LOG() << letter.name << " in " << model.state << "\n";
      RC_ASSERT(taken == model.take(letter.name));
      if (taken) node = next;
      RC_ASSERT(std::string(name(node.state)) == model.state);
    }
  }));
}
