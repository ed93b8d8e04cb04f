#pragma once

#include "engine/accounts/rows.hpp"
#include "storage/connection.hpp"

#include <string>

namespace storage {

/// The rows of one organisation's accounts within one SQLite transaction.
class SqliteAccounts final : public engine::AccountRows {
 public:
  SqliteAccounts(Connection& connection, const std::string& org) : connection_(connection), org_(org) {}

  std::int64_t revision() override;

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
  void raise_revision();

  Connection& connection_;
  const std::string& org_;
};

}  // namespace storage
