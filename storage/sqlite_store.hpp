#pragma once

#include "storage/batch_store.hpp"
#include "storage/connection.hpp"
#include "storage/fair_mutex.hpp"
#include "storage/options.hpp"
#include "storage/writer_lock.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <sys/types.h>

namespace storage {

class SqliteWriting;

/// Cases kept in one SQLite file. A write that returned survives kill -9 and power loss; writers of all processes take
/// turns under one lock, readers never wait for them. Thread-safe.
class SqliteStore final : public BatchStore {
 public:
  /// Opens the database and brings its schema up to date. One that this user may not write is read as it is. Throws
  /// engine::Error: no_database, other_program, not_a_database, database_newer, busy, read_only, corrupt, cannot_open.
  explicit SqliteStore(std::string path, Options options = {});
  ~SqliteStore() override;

  void read(const std::function<void(engine::Reading&)>& work) override;
  void read_together(std::size_t most, const std::function<void(std::span<engine::Reading* const>)>& work) override;
  void write(const Work& work) override;
  std::vector<std::exception_ptr> write_batch(const std::vector<const Work*>& works) override;

  /// Moves the write-ahead log into the file, under the writer lock. False if a reader still needs a part of it.
  bool checkpoint();

  /// Runs `work` on a reading connection: for those who look after the file, not for cases.
  void inspect(const std::function<void(Connection&)>& work);

  /// False if this user could only read when the store was opened: every write throws engine::Error{read_only}.
  [[nodiscard]] bool writable() const { return writable_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const Options& options() const { return options_; }

 private:
  class Turn;
  struct View;
  using Transaction = std::function<void(SqliteWriting&, Connection&)>;

  void prepare();
  bool opens_as_it_is();
  void make_ready();
  void refuse_empty(Connection& connection) const;
  void remember_file();
  void refuse_replaced_file() const;
  Connection& writer();
  std::unique_ptr<Connection> borrow_reader();
  std::vector<View> views_of_one_state(std::size_t most);
  void transact(const Transaction& body);
  [[nodiscard]] std::vector<std::exception_ptr> write_each(const std::vector<const Work*>& works);
  void keep_log_small() noexcept;
  void leave_log_small() noexcept;

  std::string path_;
  Options options_;
  bool writable_;
  dev_t device_ = 0;
  ino_t inode_ = 0;
  FairMutex line_;
  WriterLock lock_;
  std::unique_ptr<Connection> writer_;  // used only in a Turn
  std::mutex readers_mutex_;
  std::vector<std::unique_ptr<Connection>> readers_;
};

}  // namespace storage
