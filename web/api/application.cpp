#include "web/api/application.hpp"

#include "engine/accounts/secret.hpp"
#include "engine/json.hpp"
#include "engine/mark.hpp"
#include "web/api/feed.hpp"
#include "web/api/health.hpp"
#include "web/api/language.hpp"
#include "web/api/metrics.hpp"
#include "web/api/problem.hpp"
#include "web/api/routes.hpp"

#include <algorithm>

namespace web {
namespace {

using engine::mark;

// Nothing is loaded from elsewhere, nothing runs that was not built in, and nobody may frame the pages.
constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

// A year; the names beside and below this one are the business of whoever runs them.
constexpr std::string_view only_tls = "max-age=31536000";

// Looking at so many cases for each who listens costs more than their reading all they show once more.
constexpr std::size_t most_judged = 64;

Answer guarded(Answer answer, const Request& request) {
  answer.set("Content-Security-Policy", content_policy);
  answer.set("X-Content-Type-Options", "nosniff");
  answer.set("X-Frame-Options", "DENY");
  answer.set("Referrer-Policy", "no-referrer");
  answer.set("Cross-Origin-Opener-Policy", "same-origin");
  answer.set("Cross-Origin-Resource-Policy", "same-origin");
  if (came_by_tls(request)) answer.set("Strict-Transport-Security", only_tls);
  if (answer.header("Cache-Control").empty()) answer.set("Cache-Control", "no-store");
  return answer;
}

bool is_api(const Request& request) {
  return request.path.size() > 2 && request.path[0] == "api" && request.path[1] == "v1";
}

bool reads(std::string_view method) { return method == "GET" || method == "HEAD"; }

/// Fits the parts of the path after /api/v1 to a route's; fills the open ones.
bool fits(std::string_view route, std::span<const std::string> parts, std::vector<std::string>& named) {
  named.clear();
  for (const auto& part : parts) {
    const auto end = std::min(route.find('/'), route.size());
    const auto wanted = route.substr(0, end);
    if (wanted == "*") {
      named.push_back(part);
    } else if (wanted != part) {
      return false;
    }
    route.remove_prefix(std::min(end + 1, route.size()));
  }
  return route.empty();
}

struct Found {
  const Route* route = nullptr;
  std::vector<std::string> named;
  std::string methods;  // of the routes with that path, for 405
};

Found find_route(const Request& request) {
  Found found;
  std::vector<std::string> named;
  const std::span<const std::string> parts(request.path.begin() + 2, request.path.end());
  const std::string_view method = request.method == "HEAD" ? "GET" : std::string_view(request.method);
  for (const auto& route : routes()) {
    if (!fits(route.path, parts, named)) continue;
    found.methods += (found.methods.empty() ? "" : ", ") + std::string(route.method);
    if (route.method == method && found.route == nullptr) {
      found.route = &route;
      found.named = named;
    }
  }
  return found;
}

Answer no_route(const Found& found, const workflows::Language& language) {
  if (found.methods.empty()) return problem(404, "no_such_page", language.say(mark("there is nothing here")));
  auto answer = problem(405, "method", language.say(mark("this can be asked with: {0}"), found.methods));
  answer.set("Allow", found.methods);
  return answer;
}

}  // namespace

Lane Window::lane(const Request& request) const {
  if (!is_api(request)) return Lane::Reading;
  if (Door::checks_password(request)) return Lane::Password;
  if (const auto found = find_route(request); found.route != nullptr) return found.route->lane;
  return reads(request.method) ? Lane::Reading : Lane::Writing;
}

Answer Window::answer(const Request& request) {
  const auto language = language_of(request);
  try {
    return guarded(told(request, language), request);
  } catch (const engine::Error& error) {
    auto answer = problem(language, error);
    if (answer.status() >= 500) log(error.what());
    return guarded(std::move(answer), request);
  } catch (const std::exception& fault) {
    log(fault.what());
    return refuse(500, request);
  }
}

void Window::log(std::string_view fault) const {
  if (office_.log) office_.log(fault);
}

Answer Window::refuse(int status, const Request& request) {
  struct Sentence {
    int status;
    std::string_view code;
    const char* message;
  };
  static constexpr Sentence sentences[] = {
      {413, "too_large", mark("that is more than can be taken at once")},
      {431, "header_too_large", mark("the head of the request is too large")},
      {500, "fault", mark("an unforeseen fault; it is in the log")},
      {503, "busy", mark("too many are asking at once; try again")},
      {400, "malformed", mark("this is not a request that can be read")},
  };
  const auto* found = std::ranges::find(sentences, status, &Sentence::status);
  const auto& sentence = found == std::end(sentences) ? sentences[4] : *found;
  return guarded(problem(status, sentence.code, language_of(request).say(sentence.message)), request);
}

// That something changed is told to everybody, as a list may have lost a case to others; which case it was, only to who
// may see it.
std::optional<News> Window::may_hear(const Request& request, News news) {
  const auto viewer = door_.who(request);
  if (!viewer) return std::nullopt;
  if (news.cases.empty()) return news;
  office_.desk.store().read([&](engine::Reading& reading) {
    auto sight = office_.desk.sight(reading, viewer->actor);
    if (sight.everything()) return;
    if (news.cases.size() > most_judged) news = {news.position, {}, true};
    std::erase_if(news.cases, [&](const std::string& id) { return !sight.sees(reading, id); });
  });
  return news;
}

Answer Window::told(const Request& request, const workflows::Language& language) {
  if (is_api(request)) return api(request, language);
  if (request.path.size() == 1 && request.path[0] == "healthz") return health(language);
  if (request.path.size() == 1 && request.path[0] == "metrics" && reads(request.method))
    return metrics(request, language);
  if (is_feed(request)) return feed(request, language);
  return page(request);
}

Answer Window::feed(const Request& request, const workflows::Language& language) {
  if (!reads(request.method)) return problem(405, "method", language.say(mark("this can be asked with: {0}"), "GET"));
  const auto reader = door_.feed_reader(feed_token(request), request);
  if (!reader) return problem(404, "no_such_page", language.say(mark("there is nothing here")));
  return feed_answer(office_, *reader, language);
}

// A machine that collects figures runs beside the program, or shows a token: through a proxy everybody is local.
Answer Window::metrics(const Request& request, const workflows::Language& language) {
  if (!is_from_this_machine(request)) {
    const auto viewer = door_.who(request);
    if (!viewer) return problem(401, "not_signed_in", language.say(mark("sign in first")));
    if (const auto refusal = office_.desk.denied(viewer->actor, "metrics")) return problem(language, *refusal);
  }
  return metrics_answer(office_, traffic());
}

Answer Window::api(const Request& request, const workflows::Language& language) {
  if (auto answer = door_.answer(request, language)) return *std::move(answer);
  const auto viewer = door_.who(request);
  if (!viewer) return problem(401, "not_signed_in", language.say(mark("sign in first")));
  auto found = find_route(request);
  if (found.route == nullptr) return no_route(found, language);
  if (auto refused = refused_write(*viewer, request, language)) return *std::move(refused);
  if (viewer->must_change)
    return problem(403, "password_must_change", language.say(mark("choose a password of your own first")));
  const auto action = found.route->action;
  if (!action.empty())
    if (const auto refusal = office_.desk.denied(viewer->actor, action)) return problem(language, *refusal);
  return found.route->answer(Call{office_, accounts_, request, *viewer, language, std::move(found.named)});
}

std::optional<Answer> Window::refused_write(const Viewer& viewer, const Request& request,
                                            const workflows::Language& language) {
  if (reads(request.method)) return std::nullopt;
  if (!viewer.may_write) {
    door_.note_refused(viewer, request, "token_reads_only");
    return problem(403, "token_reads_only", language.say(mark("this token may only read")));
  }
  if (viewer.by_token || engine::same_secret(viewer.csrf, request.header("X-CSRF-Token"))) return std::nullopt;
  door_.note_refused(viewer, request, "csrf");
  return foreign_form(language);
}

Answer Window::page(const Request& request) const {
  if (!reads(request.method))
    return problem(405, "method", language_of(request).say(mark("this can be asked with: {0}"), "GET"));
  std::string path;
  for (const auto& part : request.path) path += "/" + part;
  const auto* page = pages_.find(path);
  if (page == nullptr && path.starts_with("/assets/"))
    return problem(404, "no_such_page", language_of(request).say(mark("there is nothing here")));
  if (page == nullptr) page = pages_.find("/");
  if (page == nullptr)
    return Answer(404).body(language_of(request).say(mark("this program was built without its pages")),
                            "text/plain; charset=utf-8");
  return pages_.answer(*page, request);
}

Answer Window::health(const workflows::Language& language) const { return health_answer(office_, language); }

}  // namespace web
