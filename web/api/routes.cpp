#include "web/api/routes.hpp"

namespace web {
namespace {

// clang-format off
constexpr Route table[] = {
    // method  path                       action         lane            answer
    {"GET",  "board",                   "deadlines",   Lane::Reading, &get_board},
    {"GET",  "cases",                   "list",        Lane::Reading, &get_cases},
    {"POST", "cases",                   "",            Lane::Writing, &post_arrival},
    {"GET",  "cases/*",                 "show",        Lane::Reading, &get_case},
    {"GET",  "cases/*/next",            "next",        Lane::Reading, &get_next},
    {"GET",  "cases/*/history",         "history",     Lane::Reading, &get_history},
    {"GET",  "cases/*/deadlines/*/*",   "explain_due", Lane::Reading, &get_explanation},
    {"POST", "cases/*/steps/*",         "",            Lane::Writing, &post_step},
    {"GET",  "arrive",                  "arrive",      Lane::Reading, &get_arrival_form},
    {"GET",  "words",                   "",            Lane::Reading, &get_words},
    {"GET",  "process",                 "process",     Lane::Reading, &get_process},
    {"GET",  "figures",                 "report",      Lane::Reading, &get_figures},
    {"GET",  "alerts",                  "deadlines",   Lane::Reading, &get_alerts},
    {"GET",  "check",                   "check",       Lane::Reading, &get_check},
    {"GET",  "deadlines",               "deadlines",   Lane::Reading, &get_deadlines},
    {"GET",  "calendar",                "process",     Lane::Reading, &get_calendar},
    {"POST", "calendar/preview",        "calendar",    Lane::Reading, &post_calendar_preview},
    {"POST", "calendar/days",           "calendar",    Lane::Writing, &post_calendar_day},
    {"GET",  "people",                  "list",        Lane::Reading, &get_people},
    {"POST", "people",                  "people",      Lane::Writing, &post_person},
    {"PUT",  "people/*",                "people",      Lane::Writing, &put_person},
    {"GET",  "centres",                 "list",        Lane::Reading, &get_centres},
    {"GET",  "events",                  "list",        Lane::Reading, &get_events},
};
// clang-format on

}  // namespace

std::span<const Route> routes() { return table; }

}  // namespace web
