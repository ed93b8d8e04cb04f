#pragma once

#include "engine/process.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace workflows {

/// Whose cases a role reaches, beside those the person holds, is offered or has a part in: those of the own centre, of
/// the centres below it as well, of every centre.
enum class Reach : std::uint8_t { Own, Below, All };

/// One role: its words, and its reach for acting on cases (within the actions it has) and for reading them.
struct RoleWords {
  std::string_view name;
  const char* en;
  std::string_view zh;
  Reach acts, reads;
};

/// The roles a person on the roster can have.
[[nodiscard]] std::span<const RoleWords> roles();

/// May somebody with these roles do this (an event's or a command's name)? Unknown actions are permitted to nobody.
[[nodiscard]] bool permitted(const std::vector<std::string>& held, std::string_view action);

/// The roles that may do it.
[[nodiscard]] std::vector<std::string> roles_for(std::string_view action);

/// Every action there is, in the order of the table: events, then commands that are no events.
[[nodiscard]] std::vector<std::string_view> actions();

/// The widest reach of these roles. Nobody without a role reaches anything: see `reaches`.
[[nodiscard]] Reach reach_of(const std::vector<std::string>& held, engine::Purpose purpose);

}  // namespace workflows
