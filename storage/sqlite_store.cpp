#include "storage/sqlite_store.hpp"

#include "engine/error.hpp"
#include "storage/fault.hpp"
#include "storage/migrations.hpp"
#include "storage/rights.hpp"
#include "storage/snapshot.hpp"
#include "storage/sqlite_writing.hpp"

#include <algorithm>

#include <sys/stat.h>

namespace storage {
namespace {

using engine::Error;

constexpr std::int64_t page_bytes = 4096;

[[noreturn]] void refuse_busy(const Options& options) {
  throw Error(Error::Kind::Busy, "busy",
              "Another writer has held the database for more than " + std::to_string(options.busy_limit.count()) +
                  " ms; nothing was written, try again.");
}

[[noreturn]] void refuse_older(const std::string& path) {
  throw Error(Error::Kind::Fault, "read_only",
              "The database " + path +
                  " is of an older program. Let somebody who may write it run maotiao verify once, then try again.");
}

void roll_back(Connection& connection) noexcept {
  try {
    if (!connection.idle()) connection.run("ROLLBACK");
  } catch (const Error&) {
    return;  // the failure that led here is the one to report; the log drops what was not committed
  }
}

// A copy of a backup that was put in place by hand is not in WAL mode yet.
bool logs_ahead(Connection& connection) {
  Query query = connection.take("PRAGMA journal_mode");
  std::string mode;
  if (query.step()) query.row() >> mode;
  return mode == "wal";
}

}  // namespace

// A writer's turn: first in line in this process, then among all processes.
class SqliteStore::Turn {
 public:
  explicit Turn(SqliteStore& store) : Turn(store, FairMutex::Clock::now() + store.options_.busy_limit) {}
  Turn(SqliteStore& store, FairMutex::Clock::time_point limit) : store_(store) {
    if (!store_.writable_) throw only_readable(store_.path_);
    if (!store_.line_.lock_until(limit)) refuse_busy(store.options_);
    try {
      if (!store_.lock_.lock_until(limit)) refuse_busy(store.options_);
    } catch (...) {
      store_.line_.unlock();
      throw;
    }
  }
  ~Turn() {
    store_.lock_.unlock();
    store_.line_.unlock();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  SqliteStore& store_;
};

SqliteStore::SqliteStore(std::string path, Options options)
    : path_(std::move(path)),
      options_(std::move(options)),
      writable_(options_.create || may_write(path_)),
      lock_(path_) {
  prepare();
}

SqliteStore::~SqliteStore() { leave_log_small(); }

// The usual opening only reads; the lock is taken when there is something to make, to migrate or to roll back: a reader
// cannot undo what a crash left half made.
void SqliteStore::prepare() {
  struct stat file {};
  const bool fresh = options_.create && (stat(path_.c_str(), &file) != 0 || file.st_size == 0);
  const bool half_made = stat((path_ + "-journal").c_str(), &file) == 0;
  if (fresh || (half_made && writable_) || !opens_as_it_is()) make_ready();
  remember_file();
}

bool SqliteStore::opens_as_it_is() {
  auto reader = borrow_reader();
  refuse_empty(*reader);
  if (!pending(*reader).empty()) {
    if (!writable_) refuse_older(path_);
    return false;
  }
  if (writable_ && !logs_ahead(*reader)) return false;
  readers_.push_back(std::move(reader));
  return true;
}

void SqliteStore::make_ready() {
  const Turn turn{*this};
  Connection& connection = writer();
  refuse_empty(connection);
  static_cast<void>(pending(connection));  // refuses what is not ours before anything is touched
  connection.script("PRAGMA journal_mode=WAL");
  migrate(connection);
}

void SqliteStore::refuse_empty(Connection& connection) const {
  if (options_.create || !is_empty(connection)) return;
  throw Error(Error::Kind::NotFound, "no_database", "The file " + path_ + " is empty; make a database with init.");
}

void SqliteStore::remember_file() {
  struct stat file {};
  if (stat(path_.c_str(), &file) != 0) return;
  device_ = file.st_dev;
  inode_ = file.st_ino;
}

// After a restore by another process this one would write into the file that was put aside.
void SqliteStore::refuse_replaced_file() const {
  struct stat file {};
  if (inode_ == 0 || (stat(path_.c_str(), &file) == 0 && file.st_ino == inode_ && file.st_dev == device_)) return;
  throw Error(Error::Kind::Fault, "database_replaced",
              "The database file was replaced or removed while it was open; nothing was written. Start again.");
}

Connection& SqliteStore::writer() {
  if (!writer_) writer_ = std::make_unique<Connection>(path_, options_, Connection::Mode::ReadWrite);
  if (!writer_->writable()) throw fault_from(8 /* SQLITE_READONLY */, "the file or its folder is write-protected");
  return *writer_;
}

std::unique_ptr<Connection> SqliteStore::borrow_reader() {
  {
    const std::lock_guard guard{readers_mutex_};
    if (!readers_.empty()) {
      auto reader = std::move(readers_.back());
      readers_.pop_back();
      return reader;
    }
  }
  return std::make_unique<Connection>(path_, options_, Connection::Mode::ReadOnly);
}

// A connection whose work failed is not lent again.
void SqliteStore::inspect(const std::function<void(Connection&)>& work) {
  auto connection = borrow_reader();
  work(*connection);
  connection->refuse_if_moved();
  const std::lock_guard guard{readers_mutex_};
  readers_.push_back(std::move(connection));
}

void SqliteStore::read(const std::function<void(engine::Reading&)>& work) {
  inspect([&](Connection& connection) {
    const Snapshot snapshot{connection};
    SqliteWriting view{connection, options_.org};
    work(view);
  });
}

struct SqliteStore::View {
  View(std::unique_ptr<Connection> lent, const std::string& org)
      : connection(std::move(lent)),
        snapshot(std::make_unique<Snapshot>(*connection)),
        reading(std::make_unique<SqliteWriting>(*connection, org)) {}
  [[nodiscard]] std::int64_t entries() const {
    return connection->number("SELECT coalesce(sum(n), 0) FROM counts WHERE what = 'entries'");
  }

  std::unique_ptr<Connection> connection;
  std::unique_ptr<Snapshot> snapshot;
  std::unique_ptr<SqliteWriting> reading;
};

// No case moves without an entry, so views that know equally many show the same cases. Where others write without a
// pause one view must do.
std::vector<SqliteStore::View> SqliteStore::views_of_one_state(std::size_t most) {
  constexpr int most_tries = 20;
  std::vector<View> views;
  for (int tries = 0; tries < most_tries; ++tries) {
    views.clear();
    do views.emplace_back(borrow_reader(), options_.org);
    while (views.size() < most);
    if (std::ranges::all_of(views, [all = views.front().entries()](auto& v) { return v.entries() == all; }))
      return views;
  }
  views.erase(views.begin() + 1, views.end());
  return views;
}

void SqliteStore::read_together(std::size_t most, const std::function<void(std::span<engine::Reading* const>)>& work) {
  auto views = views_of_one_state(most);
  std::vector<engine::Reading*> readings;
  for (auto& view : views) readings.push_back(view.reading.get());
  work(readings);
  views.front().connection->refuse_if_moved();
  const std::lock_guard guard{readers_mutex_};
  for (auto& view : views) {
    view.snapshot.reset();
    readers_.push_back(std::move(view.connection));
  }
}

void SqliteStore::transact(const Transaction& body) {
  const Turn turn{*this};
  refuse_replaced_file();
  Connection& connection = writer();
  connection.run("BEGIN IMMEDIATE");
  try {
    SqliteWriting writing{connection, options_.org};
    body(writing, connection);
    writing.finish();
    connection.run("COMMIT");
  } catch (...) {
    roll_back(connection);
    throw;
  }
  lock_.announce();
  keep_log_small();
}

void SqliteStore::write(const Work& work) {
  transact([&](SqliteWriting& writing, Connection&) { work(writing); });
}

namespace {

// A failure of the transaction itself (disk full, I/O) ends all; any other ends only this work.
std::exception_ptr run_alone(const Work& work, SqliteWriting& writing, Connection& connection) {
  Tally before = writing.mark();
  connection.run("SAVEPOINT work");
  try {
    work(writing);
    writing.check();
    connection.run("RELEASE work");
    return nullptr;
  } catch (...) {
    if (connection.idle()) throw;
    connection.run("ROLLBACK TO work");
    connection.run("RELEASE work");
    writing.back_to(std::move(before));
    return std::current_exception();
  }
}

}  // namespace

// What can be undone alone costs a copy of every page it changes. Hardly any work throws: all are run without that
// first, and once more with it if one has thrown.
std::vector<std::exception_ptr> SqliteStore::write_batch(const std::vector<const Work*>& works) {
  bool working = false;
  try {
    transact([&](SqliteWriting& writing, Connection&) {
      working = true;
      for (const Work* work : works) {
        (*work)(writing);
        writing.check();
      }
      working = false;
    });
    return std::vector<std::exception_ptr>(works.size());
  } catch (...) {
    if (!working) throw;
    if (works.size() == 1) return {std::current_exception()};
  }
  return write_each(works);
}

std::vector<std::exception_ptr> SqliteStore::write_each(const std::vector<const Work*>& works) {
  std::vector<std::exception_ptr> answers;
  transact([&](SqliteWriting& writing, Connection& connection) {
    for (const Work* work : works) answers.push_back(run_alone(*work, writing, connection));
  });
  return answers;
}

// The commit has been made and will be answered: a checkpoint that fails now is only put off to the next write.
void SqliteStore::keep_log_small() noexcept {
  if (writer_->wal_pages() * page_bytes < options_.wal_limit) return;
  try {
    writer_->checkpoint();
  } catch (const Error&) {
    return;
  }
}

// Whoever opens the database next with nobody else there reads the whole log first: that is each command of the CLI.
void SqliteStore::leave_log_small() noexcept {
  constexpr int few_pages = 64;
  if (!writer_ || writer_->wal_pages() < few_pages) return;
  try {
    const Turn turn{*this, FairMutex::Clock::now()};
    refuse_replaced_file();
    writer_->checkpoint(Connection::Log::Empty);
  } catch (const Error&) {
    return;  // another writer is at work and will see to it
  }
}

bool SqliteStore::checkpoint() {
  const Turn turn{*this};
  refuse_replaced_file();
  return writer().checkpoint();
}

}  // namespace storage
