#pragma once

#include "engine/json.hpp"
#include "engine/process.hpp"
#include "engine/time/site.hpp"

#include <string>
#include <vector>

namespace workflows_tests {

using Json = nlohmann::json;

/// A little centre and one case that is taken along the way, without a desk: clocks are folded with made-up due dates.
class ACase {
 public:
  ACase();

  /// Judges a step of `person` one hour after the last one.
  engine::Decision tell(const std::string& event, Json fields = Json::object(), const std::string& person = "med");
  /// The same, and it must be taken.
  engine::Step take(const std::string& event, Json fields = Json::object(), const std::string& person = "med");
  /// The code of the refusal, or "" where the step would be taken. The case stays as it is.
  std::string refused(const std::string& event, Json fields = Json::object(), const std::string& person = "med");

  // The way to a state, by the shortest path.
  ACase& arrived();
  ACase& received();
  ACase& sorted(const std::string& type = "neighbour");
  ACase& entered();
  ACase& planned(const std::vector<std::string>& branches = {"mediate"});
  ACase& mediating();
  ACase& resolved();
  ACase& visited();
  ACase& closed();

  [[nodiscard]] const engine::CaseRecord& record() const { return record_; }
  [[nodiscard]] engine::Matter& matter() { return *matter_; }
  [[nodiscard]] engine::Surroundings around() const { return {&people, &centres, &record_, site}; }
  [[nodiscard]] std::vector<std::string> running() const;
  [[nodiscard]] std::string at(int hours) const;

  std::vector<engine::Person> people;
  std::vector<engine::Centre> centres;
  engine::Origin origin = engine::Origin::Person;
  int hours = 0;
  const engine::Site* site = nullptr;  // the site of the centre, where a test needs one

 private:
  engine::Happening happening(const std::string& event, Json fields, const std::string& person) const;
  void fold(const engine::Step& step, const engine::Happening& happening);

  engine::CaseRecord record_;
  std::unique_ptr<engine::Matter> matter_;
};

}  // namespace workflows_tests
