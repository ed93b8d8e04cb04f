#pragma once

#include <functional>
#include <string_view>

namespace workflows {

/// Every message of the built-in Chinese catalogue with its translation.
void each_message(const std::function<void(std::string_view id, std::string_view translation)>& visit);

}  // namespace workflows
