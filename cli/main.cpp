#include "cli/exit.hpp"
#include "cli/help.hpp"
#include "cli/request.hpp"
#include "cli/session.hpp"
#include "cli/tell.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"

#include <csignal>
#include <cstdio>
#include <new>
#include <string>
#include <vector>

namespace {
using namespace cli;

// Before the words are parsed an error must already be told in the right form and language.
struct Glimpse {
  std::string language;
  bool json = false;
};

Glimpse glimpse(const std::vector<std::string>& words) {
  Glimpse seen;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == "--json") seen.json = true;
    if (words[at] == "--lang" && at + 1 < words.size()) seen.language = words[at + 1];
    if (words[at].starts_with("--lang=")) seen.language = words[at].substr(7);
  }
  return {wished_language(seen.language), seen.json};
}

int run(const Request& request, Session& session) {
  const auto& row = *request.row;
  if (row.access == Access::Guarded) {
    if (const auto exit = session.denied(row.name)) return *exit;
  }
  const int result = row.command->run(session, request.arguments);
  session.out().flush();
  return result;
}

int answer(const std::vector<std::string>& words) {
  const auto request = read_request(words);
  if (request.common.has("--version")) return std::puts("maotiao " MAOTIAO_VERSION) < 0 ? exit_fault : exit_done;
  Session session(gather_settings(request.common));
  if (request.common.has("--help") || request.row == nullptr) {
    session.out().write(request.row == nullptr ? help_page(session.language())
                                               : help_page(*request.row, session.language()));
    session.out().flush();
    return request.common.has("--help") ? exit_done : exit_usage;
  }
  return run(request, session);
}

int told(const std::vector<std::string>& words, const engine::Error& error) {
  const auto seen = glimpse(words);
  const Language language(seen.language);
  Output out;
  return tell({language, out, seen.json}, error);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen where it is written to
  const std::vector<std::string> words(argv + 1, argv + argc);
  try {
    return answer(words);
  } catch (const engine::Error& error) {
    return told(words, error);
  } catch (const std::bad_alloc&) {
    return told(words, Fault(engine::Error::Kind::Fault, "memory", engine::mark("there is not enough memory")));
  } catch (const std::exception& error) {
    return told(words,
                Fault(engine::Error::Kind::Fault, "fault", engine::mark("an unforeseen fault: {0}"), error.what()));
  }
}
