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
    {"GET",  "figures/table",           "report",      Lane::Reading, &get_figures_table},
    {"GET",  "due",                     "due",         Lane::Reading, &get_due},
    {"GET",  "nights",                  "check",       Lane::Reading, &get_nights},
    {"GET",  "nights/*",                "check",       Lane::Reading, &get_night},
    {"POST", "verify",                  "verify",      Lane::Reading, &post_verify},
    {"GET",  "me/duties",               "list",        Lane::Reading, &get_own_duties},
    {"GET",  "me/sessions",             "",            Lane::Reading, &get_own_sessions},
    {"DELETE", "me/sessions/*",         "",            Lane::Writing, &delete_own_session},
    {"GET",  "me/tokens",               "",            Lane::Reading, &get_own_tokens},
    {"POST", "me/tokens",               "",            Lane::Writing, &post_own_token},
    {"DELETE", "me/tokens/*",           "",            Lane::Writing, &delete_own_token},
    {"GET",  "accounts",                "account",     Lane::Reading, &get_accounts},
    {"POST", "accounts/*/password",     "account",     Lane::Password, &post_account_password},
    {"POST", "accounts/*/lock",         "account",     Lane::Writing, &post_account_lock},
    {"POST", "accounts/*/unlock",       "account",     Lane::Writing, &post_account_unlock},
    {"GET",  "accounts/*/sessions",     "account",     Lane::Reading, &get_account_sessions},
    {"DELETE", "accounts/*/sessions",   "account",     Lane::Writing, &delete_account_sessions},
    {"GET",  "tokens",                  "account",     Lane::Reading, &get_tokens},
    {"POST", "tokens",                  "account",     Lane::Writing, &post_token},
    {"DELETE", "tokens/*",              "account",     Lane::Writing, &delete_token},
    {"GET",  "audit",                   "attempts",    Lane::Reading, &get_audit},
    {"GET",  "deliveries",              "deliveries",  Lane::Reading, &get_deliveries},
    {"POST", "deliveries/*/resend",     "deliveries",  Lane::Writing, &post_resend},
    {"GET",  "events",                  "list",        Lane::Reading, &get_events},
};
// clang-format on

}  // namespace

std::span<const Route> routes() { return table; }

}  // namespace web
