#pragma once

#include "engine/roster.hpp"
#include "engine/store.hpp"
#include "engine/time/site.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace engine {

/// The roster and the sites as they stand: what every trip reads and hardly any trip changes. Immutable.
class World {
 public:
  /// Loads centres, people and calendars; a site that cannot be read throws engine::Error naming its centre.
  static std::shared_ptr<const World> load(Reading& store);

  /// True while neither the roster nor the calendar has changed since this was loaded (field-lessons row 2).
  [[nodiscard]] bool current(Reading& store) const;

  [[nodiscard]] const std::vector<Centre>& centres() const { return centres_; }
  [[nodiscard]] const std::vector<Person>& people() const { return people_; }
  [[nodiscard]] std::int64_t calendar_revision() const { return calendar_revision_; }

  /// Null if there is none.
  [[nodiscard]] const Centre* centre(std::string_view id) const;
  [[nodiscard]] const Person* person(std::string_view id) const;
  /// The hours and calendar that count for a centre: its own, else those of the centre above, else the default site.
  [[nodiscard]] const Site& site_of(std::string_view centre) const;
  /// The default hours under the calendar as it stands.
  [[nodiscard]] const Site& default_site() const { return default_site_; }

 private:
  std::vector<Centre> centres_;
  std::vector<Person> people_;
  std::int64_t roster_revision_ = 0;
  std::int64_t calendar_revision_ = 0;
  std::map<std::string, Site, std::less<>> sites_;
  Site default_site_ = Site::standard();
};

}  // namespace engine
