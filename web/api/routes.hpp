#pragma once

#include "web/api/call.hpp"
#include "web/http/server.hpp"

#include <span>
#include <string_view>

namespace web {

/// One thing the API can do: a line of the table in routes.cpp.
struct Route {
  std::string_view method;
  std::string_view path;    // below /api/v1; "*" stands for one open part
  std::string_view action;  // what the viewer's roles must have; empty: judged by the desk, or free to who is signed in
  Lane lane;
  Answer (*answer)(const Call& call);
};

[[nodiscard]] std::span<const Route> routes();

// One function a route, each in the file of its subject.
Answer get_board(const Call& call);
Answer get_cases(const Call& call);
Answer get_case(const Call& call);
Answer get_next(const Call& call);
Answer get_history(const Call& call);
Answer get_explanation(const Call& call);
Answer get_arrival_form(const Call& call);
Answer post_arrival(const Call& call);
Answer post_step(const Call& call);
Answer get_words(const Call& call);
Answer get_process(const Call& call);
Answer get_figures(const Call& call);
Answer get_alerts(const Call& call);
Answer get_check(const Call& call);
Answer get_deadlines(const Call& call);
Answer get_calendar(const Call& call);
Answer post_calendar_preview(const Call& call);
Answer post_calendar_day(const Call& call);
Answer get_people(const Call& call);
Answer post_person(const Call& call);
Answer put_person(const Call& call);
Answer get_centres(const Call& call);
Answer get_figures_table(const Call& call);
Answer get_due(const Call& call);
Answer get_nights(const Call& call);
Answer get_night(const Call& call);
Answer post_verify(const Call& call);
Answer get_own_duties(const Call& call);
Answer get_own_sessions(const Call& call);
Answer delete_own_session(const Call& call);
Answer get_own_tokens(const Call& call);
Answer post_own_token(const Call& call);
Answer delete_own_token(const Call& call);
Answer get_accounts(const Call& call);
Answer post_account_password(const Call& call);
Answer post_account_lock(const Call& call);
Answer post_account_unlock(const Call& call);
Answer get_account_sessions(const Call& call);
Answer delete_account_sessions(const Call& call);
Answer get_tokens(const Call& call);
Answer post_token(const Call& call);
Answer delete_token(const Call& call);
Answer get_audit(const Call& call);
Answer get_deliveries(const Call& call);
Answer post_resend(const Call& call);
Answer get_events(const Call& call);

}  // namespace web
