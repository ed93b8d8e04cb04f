#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace workflows {

struct RoleWords {
  std::string_view name;
  const char* en;
  std::string_view zh;
};

/// The roles a person on the roster can have.
[[nodiscard]] std::span<const RoleWords> roles();

/// May somebody with these roles do this (an event's or a command's name)? Unknown actions are permitted to nobody.
[[nodiscard]] bool permitted(const std::vector<std::string>& held, std::string_view action);

/// The roles that may do it.
[[nodiscard]] std::vector<std::string> roles_for(std::string_view action);

/// Roles that may act on cases of any centre below their own.
[[nodiscard]] bool acts_across_centres(const std::vector<std::string>& held);

}  // namespace workflows
