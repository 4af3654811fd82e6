#pragma once

#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "handoff/result.h"
#include "store/connection.h"
#include "store/folder_lock.h"
#include "store/reader_pool.h"
#include "store/sqlite_error.h"
#include "store/writer.h"

namespace handoff {

struct DatabaseOptions {
  std::size_t readers = 4;  ///< how many reads run at the same time; more of them wait
  WriterOptions writer = {};
};

namespace database_detail {
template <class T>
struct IsResult : std::false_type {};
template <class T>
struct IsResult<Result<T>> : std::true_type {};
}  // namespace database_detail

/// The SQLite file of one data folder: one writer thread with group commit, a few readers. Safe
/// from any thread.
///
/// A job takes `Connection&` (a `SQLite::Database` with a statement cache); `SQLite::Database&`
/// does as well:
///
///     Result<int> left = db->write([&](Connection& tx) -> Result<int> {
///       auto take = tx.prepare("UPDATE stock SET n = n - 1 WHERE id = ? AND n > 0 RETURNING n");
///       take->bind(1, id);
///       if (!take->executeStep()) return conflict("sold out");
///       return take->getColumn(0).getInt();
///     });
class Database {
 public:
  /// Opens or creates `folder/handoff.db` and brings its schema up to date. kUnavailable, with a
  /// message that names the folder and the remedy: not writable, held by another process, damaged,
  /// not ours, or written by a newer version.
  static Result<std::unique_ptr<Database>> open(const std::filesystem::path& folder,
                                                DatabaseOptions options = {});

  /// Runs `job(Connection&) -> Result<T>` in the writer thread and returns when its COMMIT is on
  /// the disk. An error that the job returns or throws undoes this job alone and is the answer.
  /// kUnavailable: disk full or failing, or too many writes waiting; nothing was kept, or (after an
  /// I/O error) it is unknown, so send again with the same key. A job may run beside others in one
  /// transaction; it must not COMMIT, and must not call write() itself (kInternal).
  template <class Job>
  std::invoke_result_t<Job&, Connection&> write(Job job);

  /// As `write`, without waiting: `on_done(Result<T>)` comes from the writer thread and must be
  /// quick and not throw.
  template <class Job, class OnDone>
  void write_async(Job job, OnDone on_done);

  /// Runs `query(Connection&) -> T` on a reader, in the calling thread, and sees one moment of the
  /// database: everything that was acknowledged before the call. SQLite::Exception becomes an Error
  /// when T is a Result, else it is thrown.
  template <class Query>
  std::invoke_result_t<Query&, Connection&> read(Query query) const;

  /// A random name of this incarnation of the data; it changes when a backup is restored. Part of
  /// every stream id.
  const std::string& generation() const { return generation_; }

  WriterStats stats() const { return writer_->stats(); }

 private:
  Database(FolderLock lock, std::string generation, const std::string& path,
           std::unique_ptr<Connection> writing, DatabaseOptions options);

  FolderLock lock_;
  std::string generation_;
  // In this order: the writer closes last and checkpoints; a reader that closed last would do it in
  // its place.
  std::unique_ptr<Writer> writer_;
  std::unique_ptr<ReaderPool> readers_;
};

template <class Job, class OnDone>
void Database::write_async(Job job, OnDone on_done) {
  using JobResult = std::invoke_result_t<Job&, Connection&>;
  static_assert(database_detail::IsResult<JobResult>::value, "a write job returns a Result");
  struct Call {
    Job job;
    OnDone on_done;
    std::optional<JobResult> answer = std::nullopt;
  };
  auto call = std::make_shared<Call>(Call{std::move(job), std::move(on_done)});
  writer_->submit({.run = [call](Connection& connection) -> std::optional<Error> {
                     call->answer.emplace(call->job(connection));
                     if (!call->answer->ok()) return call->answer->error();
                     return std::nullopt;
                   },
                   .done =
                       [call](const std::optional<Error>& error) {
                         if (error) {
                           call->on_done(JobResult(*error));
                         } else {
                           call->on_done(std::move(*call->answer));
                         }
                       }});
}

template <class Job>
std::invoke_result_t<Job&, Connection&> Database::write(Job job) {
  using JobResult = std::invoke_result_t<Job&, Connection&>;
  if (writer_->on_writer_thread()) {
    return Error{.code = ErrorCode::kInternal, .message = "write() called from inside a write job"};
  }
  auto promise = std::make_shared<std::promise<JobResult>>();
  auto answer = promise->get_future();
  write_async(std::move(job),
              [promise](JobResult outcome) { promise->set_value(std::move(outcome)); });
  return answer.get();
}

template <class Query>
std::invoke_result_t<Query&, Connection&> Database::read(Query query) const {
  using JobResult = std::invoke_result_t<Query&, Connection&>;
  if constexpr (database_detail::IsResult<JobResult>::value) {
    try {
      ReaderPool::Lease lease(*readers_);
      return query(lease.connection());
    } catch (const SQLite::Exception& exception) {
      return to_error(exception);
    }
  } else {
    ReaderPool::Lease lease(*readers_);
    return query(lease.connection());
  }
}

}  // namespace handoff
