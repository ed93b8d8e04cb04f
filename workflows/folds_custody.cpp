#include "workflows/folds.hpp"

namespace workflows::folds {

void offer(Facts& facts, const Told& told) {
  facts.custody = Custody::Offered;
  facts.handoffs++;
  facts.offer = {std::string(told.text(Field::To)),
                 std::string(told.actor),
                 told.at,
                 std::string(told.text(Field::Reason)),
                 std::string(told.text(Field::Unit)),
                 std::string(told.text(Field::From))};
}

namespace {

/// Passed up is not passed off: the unit that gave the case up works on with it (domain 7.3).
void keep_giver(Facts& facts, std::string_view receiver) {
  if (giver_stays(facts, receiver))
    facts.tasks.push_back({facts.offer.unit, facts.offer.giver, "配合上级中心继续办理", TaskStatus::Open});
}

}  // namespace

/// Taken over by the receiver, or fallen to the head of the unit by silence; who holds it stands in the history entry.
void ack(Facts& facts, const Told& told) {
  keep_giver(facts, told.event == Event::Ack ? told.actor : std::string_view{facts.offer.to});
  facts.custody = Custody::Held;
  facts.offer = {};
  facts.objections = 0;
}

void object(Facts& facts, const Told&) {
  facts.custody = Custody::Disputed;
  facts.objections++;
}

void designate(Facts& facts, const Told& told) {
  keep_giver(facts, told.text(Field::To));
  facts.custody = Custody::Held;
  facts.offer = {};
  facts.objections = 0;
}

void invite(Facts& facts, const Told& told) {
  facts.tasks.push_back({std::string(told.text(Field::Unit)), std::string(told.text(Field::To)),
                         std::string(told.text(Field::What)), TaskStatus::Open});
}

void report_task(Facts& facts, const Told& told) {
  const auto number = static_cast<std::size_t>(told.number(Field::TaskNo));
  if (number < 1 || number > facts.tasks.size()) return;
  facts.tasks[number - 1].status = told.has(Field::Dropped) ? TaskStatus::Dropped : TaskStatus::Reported;
}

void question(Facts& facts, const Told& told) {
  facts.questions.push_back({std::string(told.text(Field::Question)), std::string(told.text(Field::Answerer)), false});
}

void answer(Facts& facts, const Told& told) {
  const auto number = static_cast<std::size_t>(told.number(Field::QuestionNo));
  if (number >= 1 && number <= facts.questions.size()) facts.questions[number - 1].answered = true;
}

}  // namespace workflows::folds
