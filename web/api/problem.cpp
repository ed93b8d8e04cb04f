#include "web/api/problem.hpp"

#include "engine/json.hpp"
#include "workflows/words/fault.hpp"
#include "workflows/words/fault_words.hpp"
#include "workflows/words/refusal_words.hpp"

namespace web {
namespace {

int status_of(engine::Error::Kind kind) {
  constexpr int statuses[] = {500, 400, 404, 409, 412, 403, 503};
  return statuses[static_cast<std::size_t>(kind)];
}

/// Codes that HTTP has a word of its own for.
int status_of(const engine::Error& error) {
  struct Word {
    std::string_view code;
    int status;
  };
  constexpr Word words[] = {{"revision_missing", 428}, {"disk_full", 507}, {"read_only", 503}, {"io_error", 503}};
  for (const auto& word : words)
    if (error.code() == word.code) return word.status;
  return status_of(error.kind());
}

int status_of(engine::Refusal::Kind kind) {
  constexpr int statuses[] = {409, 409, 400, 403, 412, 404};
  return statuses[static_cast<std::size_t>(kind)];
}

Answer document(int status, const nlohmann::json& value) {
  Answer answer(status);
  if (status == 503) answer.set("Retry-After", "1");
  return answer.body(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), "application/problem+json");
}

nlohmann::json value_of(int status, std::string_view code, const std::string& sentence) {
  return {{"type", "/problems/" + std::string(code)},
          {"title", sentence},
          {"status", status},
          {"detail", sentence},
          {"code", code}};
}

std::string in_words(const workflows::Language& language, const engine::Error& error) {
  if (const auto* own = dynamic_cast<const workflows::Fault*>(&error)) return own->in(language);
  return workflows::fault_words(language, error.what());
}

}  // namespace

Answer problem(int status, std::string_view code, const std::string& sentence) {
  return document(status, value_of(status, code, sentence));
}

Answer problem(const workflows::Language& language, const engine::Error& error) {
  return problem(status_of(error), error.code(), in_words(language, error));
}

Answer problem(const workflows::Language& language, const engine::Refusal& refusal) {
  const int status = refusal.code == "key_used" ? 422 : status_of(refusal.kind);
  auto value = value_of(status, refusal.code, workflows::refusal_words(language, refusal, workflows::Naming::Labels));
  if (!refusal.case_number.empty()) value["case"] = refusal.case_number;
  if (!refusal.rule.empty()) value["rule"] = refusal.rule;
  value["possible"] = refusal.possible;
  if (refusal.code == "late_reason_needed") value["field"] = "late_reason";
  if (refusal.kind == engine::Refusal::Kind::Field && refusal.args.size() == 2) value["field"] = refusal.args.front();
  return document(status, value);
}

}  // namespace web
