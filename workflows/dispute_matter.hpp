#pragma once

#include "engine/process.hpp"
#include "workflows/facts.hpp"
#include "workflows/standard.hpp"
#include "workflows/state.hpp"

namespace workflows {

/// One dispute for the time of one trip: its state and facts, judged by the machine, folded by the history.
class DisputeMatter : public engine::Matter {
 public:
  explicit DisputeMatter(const Standard& standard) : standard_(standard) {}
  DisputeMatter(const Standard& standard, const engine::CaseRecord& record);

  [[nodiscard]] engine::Decision decide(const engine::Happening& happening,
                                        const engine::Surroundings& around) const override;
  void apply(const engine::HistoryEntry& entry) override;
  [[nodiscard]] std::vector<engine::Possible> possible(const engine::Surroundings& around) const override;
  void project(engine::CaseRecord& record) const override;

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] const Facts& facts() const { return facts_; }

 private:
  const Standard& standard_;
  State state_ = State::Fresh;
  Facts facts_;
};

}  // namespace workflows
