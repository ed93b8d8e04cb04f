#include "workflows/words/attempt_words.hpp"

#include "engine/mark.hpp"
#include "workflows/event.hpp"
#include "workflows/words/word_table.hpp"
#include "workflows/words/words.hpp"

namespace workflows {
namespace {

using engine::mark;

// clang-format off
// What is tried that is no step of a case.
constexpr WordLine commands[] = {
    {"list",        mark("looking through cases")},
    {"show",        mark("looking at a case")},
    {"history",     mark("reading a history")},
    {"next",        mark("asking for the next steps")},
    {"explain_due", mark("having a limit explained")},
    {"deadlines",   mark("looking at the limits")},
    {"check",       mark("checking the limits")},
    {"due",         mark("counting a due date")},
    {"process",     mark("looking at the process")},
    {"report",      mark("looking at the figures")},
    {"export",      mark("exporting")},
    {"import",      mark("importing")},
    {"verify",      mark("verifying the history")},
    {"people",      mark("changing people")},
    {"sites",       mark("changing centres")},
    {"centres",     mark("changing centres")},
    {"calendar",    mark("changing the calendar")},
    {"backup",      mark("making a backup")},
    {"restore",     mark("restoring a backup")},
    {"attempts",    mark("reading the audit trail")},
    {"metrics",     mark("reading the metrics")},
    {"account",     mark("administering accounts")},
    {"notify",      mark("setting up channels")},
    {"deliveries",  mark("looking at the deliveries")},
    {"sign_in",     mark("signing in")},
    {"sign_out",    mark("signing out")},
    {"token",       mark("using a token")},
};

constexpr WordLine reasons[] = {
    {"role",                mark("not with this role")},
    {"not_permitted",       mark("not with this role")},
    {"other_centre",        mark("the case is with another centre")},
    {"not_seen",            mark("the case may not be seen")},
    {"beyond_reach",        mark("beyond the own centres")},
    {"not_reached",         mark("beyond the own centres")},
    {"no_such_person",      mark("there is no such person")},
    {"no_such_token",       mark("there is no such token")},
    {"csrf",                mark("the form was not from this session")},
    {"token_reads_only",    mark("the token may only read")},
    {"unknown_token",       mark("the token is not known")},
    {"token_ended",         mark("the token has ended")},
    {"token_of_other_use",  mark("the token is for something else")},
    {"token_name",          mark("the token was not named")},
    {"token_life",          mark("no permitted end was given for the token")},
    {"too_many",            mark("too many tries")},
    {"wrong_password",      mark("the password was wrong")},
    {"unknown_login",       mark("the login name is not known")},
    {"no_password",         mark("the account has no password")},
    {"password_too_short",  mark("the password is too short")},
    {"password_too_long",   mark("the password is too long")},
    {"password_too_common", mark("the password is too common")},
    {"password_is_login",   mark("the password is the login name")},
    {"password_same",       mark("the password is the old one")},
};
// clang-format on

}  // namespace

std::string attempt_word(const Language& language, std::string_view action) {
  if (event_named(action)) return event_word(language, action);
  return word_in(commands, language, action);
}

std::string refused_word(const Language& language, std::string_view reason) {
  const auto code = reason.substr(0, reason.find(' '));
  auto word = word_in(reasons, language, code);
  if (code.size() + 1 < reason.size()) word += " (" + std::string(reason.substr(code.size() + 1)) + ")";
  return word;
}

}  // namespace workflows
