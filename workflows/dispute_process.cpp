#include "workflows/dispute_process.hpp"

#include "engine/world.hpp"
#include "workflows/dispute_matter.hpp"
#include "workflows/facts_json.hpp"
#include "workflows/limit.hpp"
#include "workflows/reach.hpp"
#include "workflows/relation.hpp"
#include "workflows/roles.hpp"

namespace workflows {
namespace {

class DisputeProcess : public engine::Process {
 public:
  explicit DisputeProcess(Standard standard) : standard_(std::move(standard)), relation_(transition_relation()) {}

  [[nodiscard]] std::string_view name() const override { return "dispute"; }
  [[nodiscard]] const std::vector<engine::Transition>& transitions() const override { return relation_; }
  [[nodiscard]] const std::vector<engine::DeadlineKind>& deadline_kinds() const override { return standard_.kinds; }
  [[nodiscard]] bool is_final(std::string_view state) const override {
    const auto known = state_named(state);
    return known && in(final_states, *known);
  }
  [[nodiscard]] std::string owes(const engine::CaseRecord& record, const engine::Deadline& deadline) const override {
    Facts facts;
    from_json(record.facts, record.facts_version, facts);
    const auto at = static_cast<std::size_t>(deadline.cycle - 1);
    if (deadline.name == workflows::name(Limit::Task) && at < facts.tasks.size()) return facts.tasks[at].person;
    if (deadline.name == workflows::name(Limit::Question) && at < facts.questions.size())
      return facts.questions[at].answerer;
    return {};
  }
  [[nodiscard]] bool stands_beside(std::string_view event) const override {
    return event == workflows::name(Event::Note) || event == workflows::name(Event::Risk) ||
           event == workflows::name(Event::Recount);
  }
  [[nodiscard]] std::unique_ptr<engine::Matter> fresh() const override {
    return std::make_unique<DisputeMatter>(standard_);
  }
  [[nodiscard]] std::unique_ptr<engine::Matter> restore(const engine::CaseRecord& record) const override {
    return std::make_unique<DisputeMatter>(standard_, record);
  }
  [[nodiscard]] bool permits(const std::vector<std::string>& roles, std::string_view action) const override {
    return permitted(roles, action);
  }
  [[nodiscard]] bool reaches(const engine::Actor& actor, engine::Purpose purpose, std::string_view centre,
                             const std::vector<engine::Centre>& centres) const override {
    return workflows::reaches(actor, purpose, centre, centres);
  }
  [[nodiscard]] bool may_see(const engine::Actor& actor, const engine::CaseRecord& record,
                             const engine::World& world) const override {
    return workflows::may_see(actor, record, {world.centres(), world.people()});
  }

 private:
  Standard standard_;
  std::vector<engine::Transition> relation_;
};

}  // namespace

std::unique_ptr<engine::Process> make_dispute_process(Standard standard) {
  return std::make_unique<DisputeProcess>(std::move(standard));
}

}  // namespace workflows
