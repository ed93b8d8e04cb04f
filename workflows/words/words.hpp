#pragma once

#include "workflows/words/language.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace workflows {

// The words people read for the stored names; an unknown name is its own word.
[[nodiscard]] std::string state_word(const Language& language, std::string_view state);
/// The stored name for a state in its stored or its Chinese word; nothing if there is none.
[[nodiscard]] std::optional<std::string> state_name(std::string_view word);
/// All stored names, joined by spaces.
[[nodiscard]] std::string state_names();
[[nodiscard]] std::string event_word(const Language& language, std::string_view event);
[[nodiscard]] std::string deadline_word(const Language& language, std::string_view deadline);
[[nodiscard]] std::string level_word(const Language& language, std::string_view level);
[[nodiscard]] std::string status_word(const Language& language, std::string_view status);
[[nodiscard]] std::string field_word(const Language& language, std::string_view event, std::string_view field);
[[nodiscard]] std::string kind_word(const Language& language, std::string_view kind);
[[nodiscard]] std::string channel_word(const Language& language, std::string_view channel);
[[nodiscard]] std::string act_word(const Language& language, std::string_view act);
[[nodiscard]] std::string role_word(const Language& language, std::string_view role);
[[nodiscard]] bool is_role(std::string_view role);
[[nodiscard]] bool is_kind(std::string_view word);
/// The stored code for a type in any of its words; the word itself if it is not known.
[[nodiscard]] std::string kind_code(std::string_view word);
/// The command of an event: report_task is `report-task`.
[[nodiscard]] std::string command_word(std::string_view event);
/// The option of a field: next_at is `--next-at`.
[[nodiscard]] std::string option_word(std::string_view event, std::string_view field);

}  // namespace workflows
