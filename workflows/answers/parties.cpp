#include "workflows/answers/parties.hpp"

#include "engine/mark.hpp"
#include "workflows/facts_json.hpp"
#include "workflows/words/characters.hpp"

namespace workflows {
namespace {
using engine::mark;

std::string_view word_of(Consent consent) {
  constexpr std::string_view words[] = {"none", "given", "refused", "withdrawn"};
  return words[static_cast<std::size_t>(consent)];
}

}  // namespace

std::vector<PartyLine> parties_of(const engine::CaseRecord& record, bool names) {
  Facts facts;
  if (!record.facts.empty()) from_json(record.facts, record.facts_version, facts);
  std::vector<PartyLine> lines;
  for (const auto& party : facts.parties) {
    lines.push_back({names ? party.name : mask(party.name), party.side == Side::Claimant ? "claimant" : "respondent",
                     std::string(word_of(party.consent))});
  }
  return lines;
}

std::string side_word(const Language& language, std::string_view side) {
  return language.translate(side == "claimant" ? mark("claimant") : mark("respondent"));
}

std::string consent_word(const Language& language, std::string_view consent) {
  if (consent == "given") return language.translate(mark("consents to mediation"));
  if (consent == "refused") return language.translate(mark("refuses mediation"));
  if (consent == "withdrawn") return language.translate(mark("has taken back consent"));
  return {};
}

}  // namespace workflows
