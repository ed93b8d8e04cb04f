#pragma once

#include "engine/process.hpp"
#include "engine/time/rule.hpp"
#include "workflows/kind.hpp"
#include "workflows/limit.hpp"

#include <string_view>
#include <vector>

namespace workflows {

/// One limit of the policy: how it is counted when the step itself names no instant, and where it comes from.
struct LimitRule {
  Limit limit;
  engine::Rule rule;
  std::string_view source;  // article, report or decision
};

/// A standard as data: versioned, with its sources. A case keeps the version it was counted by.
struct Standard {
  std::string_view version;
  std::string_view source;
  std::vector<LimitRule> limits;
  std::vector<engine::DeadlineKind> kinds;  // warning points and the escalation line of every limit

  [[nodiscard]] const LimitRule& of(Limit limit) const;
};

/// 小站镇 2020: 三十分钟内接待, 三个工作日内拿出解决方案, 三周内有回访; the rest after domain 1.3 and 7.2.
[[nodiscard]] Standard xiaozhan_2020();

/// The mediation period the law gives a type.
[[nodiscard]] engine::Rule mediation_period(Period period);

/// Minutes of opening time to answer an offer, by how the receiver's unit attends the centre (常驻, 轮驻, 随驻).
[[nodiscard]] engine::OpenTime answer_limit(std::string_view attendance);

}  // namespace workflows
