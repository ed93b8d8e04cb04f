#pragma once

#include "engine/accounts/rows.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace storage {

/// Everything of accounts.
struct AccountTables {
  std::int64_t revision = 0;
  std::map<std::string, engine::PasswordRow, std::less<>> passwords;
  std::map<std::string, engine::SessionRow, std::less<>> sessions;
  std::map<std::tuple<std::string, int, std::string>, engine::KnownPlace> places;
  std::map<std::string, engine::TokenRow, std::less<>> tokens;
  std::map<std::tuple<std::string, std::string, std::string>, engine::BrakeRow> brakes;
  std::vector<engine::AccountAct> acts;  // in order of time
};

/// The twin of SqliteAccounts on tables in memory; `tables` is asked for them at each call.
class MemoryAccounts final : public engine::AccountRows {
 public:
  using Tables = std::function<AccountTables&()>;
  explicit MemoryAccounts(Tables tables) : tables_(std::move(tables)) {}

  std::int64_t revision() override { return tables_().revision; }

  std::optional<engine::PasswordRow> password(std::string_view person) override;
  std::vector<engine::PasswordRow> passwords() override;
  void put_password(const engine::PasswordRow& row) override;

  std::optional<engine::SessionRow> session(std::string_view digest) override;
  std::vector<engine::SessionRow> sessions(std::string_view person) override;
  void put_session(const engine::SessionRow& row) override;
  void touch_session(std::string_view digest, engine::Instant seen_at) override;
  void remove_session(std::string_view digest) override;

  std::vector<engine::KnownPlace> places(std::string_view person) override;
  void put_place(const engine::KnownPlace& row) override;
  void remove_place(const engine::KnownPlace& row) override;

  std::optional<engine::TokenRow> token(std::string_view digest) override;
  std::vector<engine::TokenRow> tokens() override;
  void put_token(const engine::TokenRow& row) override;
  void touch_token(std::string_view digest, engine::Instant used_at) override;
  void remove_token(std::string_view digest) override;

  std::optional<engine::BrakeRow> brake(std::string_view kind, std::string_view login, std::string_view place) override;
  std::vector<engine::BrakeRow> brakes(std::string_view login) override;
  void put_brake(const engine::BrakeRow& row) override;
  void remove_brake(const engine::BrakeRow& row) override;
  void trim_brakes(engine::Instant before, std::size_t most) override;

  void note_act(const engine::AccountAct& act) override;
  std::vector<engine::AccountAct> acts(std::int64_t limit) override;

 private:
  Tables tables_;
};

}  // namespace storage
