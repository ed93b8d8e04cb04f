#include "storage/memory_accounts.hpp"

#include <algorithm>

namespace storage {
namespace {

template <class Map, class Key>
auto at(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? std::nullopt : std::optional(found->second);
}

/// The rows of a table in the order that `earlier` says.
template <class Map, class Earlier>
auto rows_of(const Map& map, Earlier earlier) {
  std::vector<typename Map::mapped_type> rows;
  for (const auto& [key, row] : map) rows.push_back(row);
  std::sort(rows.begin(), rows.end(), earlier);
  return rows;
}

auto key_of(const engine::KnownPlace& row) { return std::tuple(row.person, static_cast<int>(row.kind), row.place); }
auto key_of(const engine::BrakeRow& row) { return std::tuple(row.kind, row.login, row.place); }

}  // namespace

std::optional<engine::PasswordRow> MemoryAccounts::password(std::string_view person) {
  return at(tables_().passwords, person);
}
std::vector<engine::PasswordRow> MemoryAccounts::passwords() {
  return rows_of(tables_().passwords, [](const auto& a, const auto& b) { return a.person < b.person; });
}
void MemoryAccounts::put_password(const engine::PasswordRow& row) { tables_().passwords[row.person] = row; }

std::optional<engine::SessionRow> MemoryAccounts::session(std::string_view digest) {
  return at(tables_().sessions, digest);
}
std::vector<engine::SessionRow> MemoryAccounts::sessions(std::string_view person) {
  auto rows = rows_of(tables_().sessions, [](const auto& a, const auto& b) {
    return std::tie(a.created_at, a.digest) < std::tie(b.created_at, b.digest);
  });
  if (!person.empty()) std::erase_if(rows, [&](const auto& row) { return row.person != person; });
  return rows;
}
void MemoryAccounts::put_session(const engine::SessionRow& row) { tables_().sessions.emplace(row.digest, row); }
void MemoryAccounts::touch_session(std::string_view digest, engine::Instant seen_at) {
  auto& sessions = tables_().sessions;
  const auto found = sessions.find(digest);
  if (found != sessions.end()) found->second.seen_at = std::max(found->second.seen_at, seen_at);
}
void MemoryAccounts::remove_session(std::string_view digest) {
  auto& tables = tables_();
  const auto found = tables.sessions.find(digest);
  if (found == tables.sessions.end()) return;
  tables.sessions.erase(found);
  ++tables.revision;
}

std::vector<engine::KnownPlace> MemoryAccounts::places(std::string_view person) {
  auto rows = rows_of(tables_().places, [](const auto& a, const auto& b) { return key_of(a) < key_of(b); });
  std::erase_if(rows, [&](const auto& row) { return row.person != person; });
  return rows;
}
void MemoryAccounts::put_place(const engine::KnownPlace& row) { tables_().places[key_of(row)] = row; }
void MemoryAccounts::remove_place(const engine::KnownPlace& row) { tables_().places.erase(key_of(row)); }

std::optional<engine::TokenRow> MemoryAccounts::token(std::string_view digest) { return at(tables_().tokens, digest); }
std::vector<engine::TokenRow> MemoryAccounts::tokens() {
  return rows_of(tables_().tokens, [](const auto& a, const auto& b) {
    return std::tie(a.created_at, a.id) < std::tie(b.created_at, b.id);
  });
}
void MemoryAccounts::put_token(const engine::TokenRow& row) { tables_().tokens.emplace(row.digest, row); }
void MemoryAccounts::touch_token(std::string_view digest, engine::Instant used_at) {
  auto& tokens = tables_().tokens;
  const auto found = tokens.find(digest);
  if (found != tokens.end()) found->second.used_at = used_at;
}
void MemoryAccounts::remove_token(std::string_view digest) {
  auto& tables = tables_();
  const auto found = tables.tokens.find(digest);
  if (found == tables.tokens.end()) return;
  tables.tokens.erase(found);
  ++tables.revision;
}

std::optional<engine::BrakeRow> MemoryAccounts::brake(std::string_view kind, std::string_view login,
                                                      std::string_view place) {
  return at(tables_().brakes, std::tuple(std::string(kind), std::string(login), std::string(place)));
}
std::vector<engine::BrakeRow> MemoryAccounts::brakes(std::string_view login) {
  auto rows = rows_of(tables_().brakes, [](const auto& a, const auto& b) { return key_of(a) < key_of(b); });
  std::erase_if(rows, [&](const auto& row) { return row.login.empty() || row.login != login; });
  return rows;
}
void MemoryAccounts::put_brake(const engine::BrakeRow& row) { tables_().brakes[key_of(row)] = row; }
void MemoryAccounts::remove_brake(const engine::BrakeRow& row) { tables_().brakes.erase(key_of(row)); }
void MemoryAccounts::trim_brakes(engine::Instant before, std::size_t most) {
  auto& brakes = tables_().brakes;
  std::erase_if(brakes, [&](const auto& entry) { return entry.second.at < before; });
  const auto oldest_first = rows_of(brakes, [](const auto& a, const auto& b) { return a.at < b.at; });
  for (std::size_t i = 0; i + most < oldest_first.size(); ++i) brakes.erase(key_of(oldest_first[i]));
}

void MemoryAccounts::note_act(const engine::AccountAct& act) {
  auto& acts = tables_().acts;
  acts.insert(std::ranges::upper_bound(acts, act.at, {}, &engine::AccountAct::at), act);
}
std::vector<engine::AccountAct> MemoryAccounts::acts(std::int64_t limit) {
  const auto& acts = tables_().acts;
  const auto shown = std::min<std::ptrdiff_t>(limit, std::ssize(acts));
  return {acts.rbegin(), acts.rbegin() + shown};
}

}  // namespace storage
