#include "cli/centre_file.hpp"

#include "cli/centre_check.hpp"
#include "cli/fault.hpp"
#include "engine/mark.hpp"
#include "engine/time/text.hpp"

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

const std::vector<std::string_view> top_keys = {"organisation", "centre", "person"};
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

}  // namespace

CentreFile read_centre_file(std::string_view written) {
  CentreFile file;
  try {
    const auto root = toml::parse(written);
    check_keys(root, top_keys);
    file.organisation = text(root, "organisation");
    gather(root, "centre", centre_keys, file.centres, centre_of);
    gather(root, "person", person_keys, file.people, person_of);
  } catch (const toml::parse_error& error) {
    throw Fault(engine::Error::Kind::Usage, "bad_centre_file", mark("the centre's file is wrong in line {0}: {1}"),
                error.source().begin.line, error.description());
  }
  check_centres(file.centres);
  check_people(file.people, file.centres);
  return file;
}

std::string_view practice_centre() {
  return {maotiao_practice_begin, static_cast<std::size_t>(maotiao_practice_end - maotiao_practice_begin)};
}

}  // namespace cli
