#pragma once

#include "web/http/message.hpp"

#include <string_view>

namespace web {

/// Reads the target of a request (RFC 9112 origin-form) into `path` and `query`, decoded. False where it is not one, is
/// longer than 8 KiB, has more than 32 parts, or holds a NUL, bytes that are not UTF-8, a "/" within a segment, or a
/// "." or ".." segment.
[[nodiscard]] bool read_target(std::string_view target, Request& request);

}  // namespace web
