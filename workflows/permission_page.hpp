#pragma once

#include <string>

namespace workflows {

/// docs/permissions.md: who may do what, and how far each role reaches, from the table in roles.cpp.
[[nodiscard]] std::string permission_page();

}  // namespace workflows
