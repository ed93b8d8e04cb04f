#pragma once

#include "engine/error.hpp"
#include "engine/step.hpp"
#include "web/http/message.hpp"
#include "workflows/words/language.hpp"

#include <string>
#include <string_view>

namespace web {

// Errors as RFC 9457 problem documents, with the codes of the command line.

[[nodiscard]] Answer problem(const workflows::Language& language, const engine::Error& error);
[[nodiscard]] Answer problem(const workflows::Language& language, const engine::Refusal& refusal);
/// A refusal of the door itself: a status of HTTP with its stable code and one sentence.
[[nodiscard]] Answer problem(int status, std::string_view code, const std::string& sentence);

}  // namespace web
