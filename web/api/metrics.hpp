#pragma once

#include "web/api/call.hpp"
#include "web/http/server.hpp"

namespace web {

/// How the program and its clocks are, in the text format of Prometheus 0.0.4. Cost follows what is overdue, not what
/// is open or archived. Names no person and no case.
[[nodiscard]] Answer metrics_answer(Office& office, const Traffic& traffic);

/// True if the request comes from this machine itself: from its loopback, by its loopback name, through no proxy.
[[nodiscard]] bool is_from_this_machine(const Request& request);

}  // namespace web
