#include "cli/centre_file.hpp"

#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"
#include "workflows/answers/centre_check.hpp"

#include <algorithm>
#include <sstream>

#include <toml++/toml.h>

extern "C" {
extern const char maotiao_practice_begin[];
extern const char maotiao_practice_end[];
}

namespace cli {
namespace {
using engine::mark;

std::string text(const toml::table& table, std::string_view key, std::string_view otherwise = "") {
  return table[key].value_or(std::string(otherwise));
}

std::string site_text(const toml::table& table) {
  if (const auto* site = table["site"].as_table()) {
    std::ostringstream out;
    out << toml::toml_formatter(*site);
    return out.str();
  }
  return text(table, "site");
}

engine::Centre centre_of(const toml::table& table) {
  return {text(table, "id"),
          text(table, "name"),
          text(table, "level", "town"),
          text(table, "parent"),
          text(table, "register_format", "{year}-{number:04}"),
          text(table, "mediation_format", "({year})人调字第{number}号"),
          site_text(table)};
}

std::optional<engine::Instant> day_of(const toml::table& table, std::string_view key) {
  const auto day = table[key].value<toml::date>();
  const auto written =
      day ? engine::format_date(std::chrono::local_days{std::chrono::year{day->year} / std::chrono::month{day->month} /
                                                        std::chrono::day{day->day}})
          : text(table, key);
  if (written.empty()) return std::nullopt;
  return engine::Zone::named("Asia/Shanghai").midnight(engine::parse_date(written));
}

std::vector<std::string> words(const toml::table& table, std::string_view key) {
  std::vector<std::string> result;
  if (const auto* list = table[key].as_array()) {
    for (const auto& each : *list) result.push_back(each.value_or(std::string()));
  }
  return result;
}

engine::Person person_of(const toml::table& table) {
  return {text(table, "id"),     text(table, "name"),       text(table, "login"),  text(table, "centre"),
          text(table, "unit"),   text(table, "attendance"), words(table, "roles"), table["head"].value_or(false),
          day_of(table, "from"), day_of(table, "until")};
}

const std::vector<std::string_view> site_keys = {"timezone", "calendar",  "day_end", "reception",   "visit",
                                                 "hours",    "overrides", "breaks",  "closing_days"};
const std::vector<std::string_view> own_keys = {"organisation", "centre", "person"};
const std::vector<std::string_view> centre_keys = {
    "id", "name", "level", "parent", "register_format", "mediation_format", "site"};
const std::vector<std::string_view> person_keys = {"id",         "name",  "login", "centre", "unit",
                                                   "attendance", "roles", "head",  "from",   "until"};

void check_keys(const toml::table& table, const std::vector<std::string_view>& known) {
  for (const auto& [key, value] : table) {
    if (std::ranges::find(known, key.str()) == known.end()) {
      throw Fault(engine::Error::Kind::Usage, "bad_centre_file", mark("line {0}: there is no key \"{1}\" here"),
                  value.source().begin.line, key.str());
    }
  }
}

std::vector<std::string_view> top_keys() {
  auto keys = own_keys;
  keys.insert(keys.end(), site_keys.begin(), site_keys.end());
  return keys;
}

/// The site described at the top of the file, empty if there is none.
std::string top_site(const toml::table& root) {
  toml::table site;
  for (const auto& [key, value] : root)
    if (std::ranges::find(site_keys, key.str()) != site_keys.end()) site.insert(key, value);
  if (site.empty()) return {};
  std::ostringstream out;
  out << toml::toml_formatter(site);
  return out.str();
}

void settle(std::vector<engine::Centre>& centres, const std::string& site, bool over_their_own) {
  for (auto& centre : centres)
    if (!site.empty() && centre.parent.empty() && (over_their_own || centre.site.empty())) centre.site = site;
}

template <class Item, class Read>
void gather(const toml::table& root, std::string_view key, const std::vector<std::string_view>& known,
            std::vector<Item>& into, Read read) {
  const auto* list = root[key].as_array();
  if (list == nullptr) return;
  for (const auto& each : *list) {
    const auto* table = each.as_table();
    if (table == nullptr) continue;
    check_keys(*table, known);
    into.push_back(read(*table));
  }
}

/// What a file says, not yet checked as a whole.
struct Parsed {
  CentreFile file;
  std::string site;
};

Parsed parse(std::string_view written) {
  Parsed parsed;
  try {
    const auto root = toml::parse(written);
    check_keys(root, top_keys());
    parsed.file.organisation = text(root, "organisation");
    parsed.site = top_site(root);
    gather(root, "centre", centre_keys, parsed.file.centres, centre_of);
    gather(root, "person", person_keys, parsed.file.people, person_of);
  } catch (const toml::parse_error& error) {
    const auto line = error.source().begin.line;
    const bool twice = error.description().find("redefine") != std::string_view::npos;
    throw Fault(engine::Error::Kind::Usage, "bad_centre_file",
                twice ? mark("the centre's file says a second time in line {0} what stands there already: {1}")
                      : mark("the centre's file is wrong in line {0}: {1}"),
                line, engine::line_shown(written, line));
  }
  return parsed;
}

CentreFile checked(CentreFile file) {
  workflows::check_centres(file.centres);
  workflows::check_people(file.people, file.centres);
  return file;
}

CentreFile made_up() {
  return read_centre_file(
      {maotiao_practice_begin, static_cast<std::size_t>(maotiao_practice_end - maotiao_practice_begin)});
}

void add_practice_person(CentreFile& file, const CentreFile& sample) {
  const auto named = [](const engine::Person& person) { return person.id == "practice"; };
  if (std::ranges::any_of(file.people, named)) return;
  auto person = *std::ranges::find_if(sample.people, named);
  person.centre = file.centres.front().id;
  file.people.push_back(std::move(person));
}

}  // namespace

CentreFile read_centre_file(std::string_view written) {
  Parsed parsed = parse(written);
  settle(parsed.file.centres, parsed.site, false);
  return checked(std::move(parsed.file));
}

CentreFile practice_centre(std::string_view written) {
  const CentreFile sample = made_up();
  Parsed parsed = parse(written);
  CentreFile& file = parsed.file;
  const bool own_centres = !file.centres.empty();
  if (file.organisation.empty()) file.organisation = sample.organisation;
  if (!own_centres) file.centres = sample.centres;
  if (!own_centres && file.people.empty()) file.people = sample.people;
  settle(file.centres, parsed.site, !own_centres);
  add_practice_person(file, sample);
  return checked(std::move(file));
}

}  // namespace cli
