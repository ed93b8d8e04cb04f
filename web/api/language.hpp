#pragma once

#include "web/http/message.hpp"
#include "workflows/words/language.hpp"

namespace web {

/// The language an answer is told in: `?lang=`, else the cookie `maotiao_lang`, else the first of Accept-Language that
/// is Chinese or English, else Chinese.
[[nodiscard]] workflows::Language language_of(const Request& request);

}  // namespace web
