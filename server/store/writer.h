#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "store/write_group.h"

namespace handoff {

struct WriterOptions {
  std::size_t max_group_jobs = 256;  ///< a group ends here at the latest …
  std::chrono::milliseconds max_group_time{
      20};                         ///< … or here; it never waits for more jobs to come
  std::size_t max_queued = 20000;  ///< beyond this a job is refused with kUnavailable

  /// Told once, from the writer thread, when a COMMIT failed with an I/O error. What is on the disk
  /// is then unknown, and trying again would hide it: the process must end and recover from the WAL
  /// at its next start.
  std::function<void(const std::string& what)> on_broken = {};
};

/// Counted since the start.
struct WriterStats {
  std::uint64_t groups = 0;  ///< transactions, that is fsyncs
  std::uint64_t jobs = 0;    ///< jobs in them, refused ones included
};

/// The one thread that owns the one writing connection. Jobs run in the order of `submit`.
class Writer {
 public:
  Writer(std::unique_ptr<Connection> connection, WriterOptions options);
  ~Writer();  ///< finishes what is queued

  /// From any thread. `job.done` comes from the writer thread, or from this call when the job is
  /// refused at the door.
  void submit(WriteJob job);

  /// A job must not wait for another job: the thread it would wait for is its own.
  bool on_writer_thread() const { return std::this_thread::get_id() == thread_.get_id(); }

  WriterStats stats() const { return {groups_.load(), jobs_.load()}; }

 private:
  std::optional<Error> refusal() const;
  void run();
  bool wait_for_work();
  std::optional<WriteJob> next();
  void run_group();

  std::unique_ptr<Connection> connection_;
  const WriterOptions options_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<WriteJob> queue_;  ///< guarded by mutex_, as are the two below
  bool stopping_ = false;
  bool broken_ = false;
  std::atomic<std::uint64_t> groups_{0};
  std::atomic<std::uint64_t> jobs_{0};
  std::thread thread_;  ///< last: it uses all of the above
};

}  // namespace handoff
