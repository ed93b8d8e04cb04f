#include "cli/arguments.hpp"

namespace cli {

std::optional<std::string> Arguments::text(std::string_view name) const {
  const auto& values = all(name);
  return values.empty() ? std::nullopt : std::optional(values.front());
}

std::string Arguments::text_or(std::string_view name, std::string_view otherwise) const {
  return text(name).value_or(std::string(otherwise));
}

const std::vector<std::string>& Arguments::all(std::string_view name) const {
  static const std::vector<std::string> none;
  const auto found = given_.find(name);
  return found == given_.end() ? none : found->second;
}

void Arguments::add(std::string_view name, std::string value) { given_[std::string(name)].push_back(std::move(value)); }

}  // namespace cli
