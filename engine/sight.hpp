#pragma once

#include "engine/process.hpp"
#include "engine/store.hpp"
#include "engine/world.hpp"

#include <memory>
#include <string_view>

namespace engine {

/// What one actor may see of the cases, by the roster as it stood when this was made. For one thread.
class Sight {
 public:
  Sight(const Process& process, Actor actor, std::shared_ptr<const World> world);

  /// True if every centre is reached: nothing needs to be looked at one by one.
  [[nodiscard]] bool everything() const { return everything_; }
  /// True if every case of the centre is reached.
  [[nodiscard]] bool centre(std::string_view id) const;
  [[nodiscard]] bool sees(const CaseRecord& record) const;
  /// The case is read only where neither its centre nor its holder decides.
  [[nodiscard]] bool sees(Reading& reading, const DeadlineRow& row) const;
  /// For histories that are read case by case: the last answer is kept.
  [[nodiscard]] bool sees(Reading& reading, std::string_view case_id);

  [[nodiscard]] const Actor& actor() const { return actor_; }

 private:
  const Process& process_;
  Actor actor_;
  std::shared_ptr<const World> world_;
  bool everything_;
  std::string last_case_;
  bool last_answer_ = false;
};

}  // namespace engine
