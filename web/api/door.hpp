#pragma once

#include "engine/accounts/accounts.hpp"
#include "web/api/call.hpp"

#include <optional>

namespace web {

/// True if the browser came over TLS: to this program itself, or to a proxy on this machine that says so
/// (`X-Forwarded-Proto: https`). Who is on this machine may say it too; it makes the answer only stricter.
[[nodiscard]] bool came_by_tls(const Request& request);

/// The refusal of what does not carry the session's own mark.
[[nodiscard]] Answer foreign_form(const workflows::Language& language);

/// Who comes in, and how: by a session's cookie, or by a token. Thread-safe.
class Door {
 public:
  Door(engine::Accounts& accounts, Office& office) : accounts_(accounts), office_(office) {}

  /// Nobody if the request shows neither a session nor a token that stands.
  [[nodiscard]] std::optional<Viewer> who(const Request& request);

  /// Whose calendar of limits this token opens, if any.
  [[nodiscard]] std::optional<engine::Actor> feed_reader(std::string_view token, const Request& request) {
    return accounts_.by_feed_token(token, request.peer, office_.desk.now());
  }

  /// POST, GET and DELETE of the session itself, and the change of the own password: what is open to who is not in yet.
  /// Nothing if the request is about something else.
  [[nodiscard]] std::optional<Answer> answer(const Request& request, const workflows::Language& language);
  /// True if the answer will have to check a password.
  [[nodiscard]] static bool checks_password(const Request& request);

  /// Records that the door refused by itself.
  void note_refused(const Viewer& viewer, const Request& request, std::string_view why);

 private:
  Answer sign_in(const Request& request, const workflows::Language& language);
  Answer sign_out(const Request& request, const workflows::Language& language);
  Answer change_password(const Request& request, const workflows::Language& language);
  Answer greet(const engine::Session& session, const workflows::Language& language);
  Answer greet_new(const engine::Signed& made, const Request& request, const workflows::Language& language);
  static Answer keep_out(const engine::NotSigned& refused, const workflows::Language& language);

  engine::Accounts& accounts_;
  Office& office_;
};

}  // namespace web
