#pragma once

#include "engine/instant.hpp"

#include <optional>
#include <string>

namespace engine {

/// One run of the night as it is kept: never changed, one for each local date of the organisation.
struct Night {
  Date day;                         // the run's key: the local date on which it was due
  Instant as_of;                    // when it was really made
  std::optional<Date> missed_from;  // the first of the nights before it that no program was there for
  std::string owner;                // the program that made it
  std::string report;               // what it says, a JSON object (engine/schedule/night_report.hpp)

  friend bool operator==(const Night&, const Night&) = default;
};

}  // namespace engine
