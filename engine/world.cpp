#include "engine/world.hpp"

#include "engine/error.hpp"
#include "engine/time/national.hpp"
#include "engine/time/site_file.hpp"

#include <algorithm>

namespace engine {
namespace {

/// A layer that counts for every site under the national calendar; any other name is a region's.
bool national(const std::string& name) {
  return name == "cn" || name.starts_with("cn-") || name == "own" || name == "decision";
}

/// The calendars a site can name: the built-in ones, the national one with what was stored since, the regions.
class Calendars {
 public:
  explicit Calendars(const std::vector<StoredCalendar>& stored) {
    for (const StoredCalendar& layer : stored) {
      CalendarLayer read = read_native_layer(layer.content, layer.name);
      if (national(layer.name)) {
        national_ = national_.with(std::move(read));
      } else {
        regions_.insert_or_assign(layer.name, std::move(read));
      }
    }
  }

  [[nodiscard]] const Calendar& standard() const { return national_; }

  [[nodiscard]] Calendar named(const std::string& name) const {
    if (name == "cn") return national_;
    const auto region = regions_.find(name);
    return region == regions_.end() ? built_in_calendar(name) : national_.with(region->second);
  }

 private:
  Calendar national_ = national_calendar();
  std::map<std::string, CalendarLayer> regions_;
};

Site site_under(const Calendar& calendar) {
  SiteSpec spec;
  spec.calendar = calendar;
  return Site(std::move(spec));
}

template <class List>
auto find(const List& list, std::string_view id) -> decltype(list.data()) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.id == id; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

std::shared_ptr<const World> World::load(Reading& store) {
  auto world = std::make_shared<World>();
  world->centres_ = store.centres();
  world->people_ = store.people();
  world->roster_revision_ = store.roster_revision();
  world->calendar_revision_ = store.calendar_revision();
  const Calendars calendars(store.stored_calendars());
  world->default_site_ = site_under(calendars.standard());
  for (const Centre& centre : world->centres_)
    if (!centre.site.empty())
      world->sites_.emplace(centre.id, read_site(centre.site, [&](auto& name) { return calendars.named(name); }));
  return world;
}

bool World::current(Reading& store) const {
  return roster_revision_ == store.roster_revision() && calendar_revision_ == store.calendar_revision();
}

const Centre* World::centre(std::string_view id) const { return find(centres_, id); }

const Person* World::person(std::string_view id) const { return find(people_, id); }

const Site& World::site_of(std::string_view id) const {
  constexpr int most_levels = 8;  // a roster that runs in a circle must not run for ever
  const Centre* at = centre(id);
  for (int level = 0; at != nullptr && level < most_levels; ++level, at = centre(at->parent))
    if (const auto own = sites_.find(at->id); own != sites_.end()) return own->second;
  return default_site_;
}

}  // namespace engine
