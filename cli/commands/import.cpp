#include "cli/commands.hpp"
#include "cli/import/history_import.hpp"
#include "cli/import/import_answer.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/vocabulary.hpp"
#include "engine/mark.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace cli {
namespace {
using engine::mark;
using Kind = engine::Error::Kind;

std::vector<Option> options(std::string_view) {
  return {
      {"file", "FILE", mark("a ledger (CSV) or disputes (one JSON object a line); - reads standard input"),
       Option::Need::Required},
      {"--centre", "ID", mark("the centre where the cases arrive; left out: the centre of who imports")},
      {"--dry-run", "", mark("only say what would be imported")},
      {"--history", "", mark("the file is a history written by export; goes into an empty database")},
  };
}

std::int64_t size_of(const std::string& path) {
  std::error_code ignored;
  const auto size = std::filesystem::file_size(path, ignored);
  return ignored ? 0 : static_cast<std::int64_t>(size);
}

std::ifstream opened(const std::string& path) {
  if (std::filesystem::is_directory(path)) throw wrong_words(mark("{0} is a directory; name a file"), path);
  std::ifstream file(path, std::ios::binary);
  if (!file)
    throw Fault(errno == ENOENT ? Kind::NotFound : Kind::Fault, "cannot_read", mark("{0} cannot be read: {1}"), path,
                std::strerror(errno));
  return file;
}

ImportOrder order_of(Session& session, const Arguments& arguments) {
  ImportOrder order{session.actor(), arguments.text_or("--centre", session.actor().centre), arguments.has("--dry-run")};
  session.read([&](engine::Reading&, const engine::World& world) {
    if (world.centre(order.centre) == nullptr)
      throw Fault(Kind::NotFound, "no_such_centre", mark("there is no centre '{0}'; 'maotiao sites' shows them"),
                  order.centre);
  });
  return order;
}

int import_ledger(Session& session, const Arguments& arguments, std::istream& in, std::int64_t size) {
  LedgerFile file(in);
  LedgerImport import(session.desk(), order_of(session, arguments));
  const Interrupt interrupt;
  {
    Progress progress(session.say(mark("importing")), size);
    import.run(file, [&](std::int64_t bytes) {
      progress.at(bytes);
    return !interrupt.requested();
  });
}
return tell_import(session, file, import.report(), arguments.has("--dry-run"));
}  // namespace

int run(Session& session, const Arguments& arguments) {
  const auto path = arguments.text_or("file", "-");
  const auto take = [&](std::istream& in, std::int64_t size) {
    return arguments.has("--history") ? import_history(session, in, size) : import_ledger(session, arguments, in, size);
  };
  if (path == "-") return take(std::cin, 0);
  auto file = opened(path);
  return take(file, size_of(path));
}

}  // namespace cli

const Command import_command{options, "import ledger.csv --dry-run", run};

}  // namespace cli
