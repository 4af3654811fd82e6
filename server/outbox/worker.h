#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "store/database.h"
#include "store/outbox.h"
#include "time/clock.h"

namespace handoff {

/// Performs committed tasks: at least once, in order per conversation, many conversations at a
/// time.
///
/// Two tasks of one conversation never overlap: its rows wait in a line of their own, and a thread
/// takes a whole line's turn. A model may think for seconds, so there are many threads, started as
/// they are needed. A row stays in the store until whoever performs it has finished it in the
/// transaction of what it led to.
class OutboxWorker {
 public:
  /// kDone: the row is finished. kTryLater: it failed for now and is tried again with growing
  /// delays.
  enum class Outcome { kDone, kTryLater };
  using Perform = std::function<Outcome(const store::OutboxRow&)>;

  OutboxWorker(Database& database, const Clock& clock, Perform perform, int max_threads = 64);
  /// Ends the threads after the rows under way.
  ~OutboxWorker();
  OutboxWorker(const OutboxWorker&) = delete;
  OutboxWorker& operator=(const OutboxWorker&) = delete;

  void start();
  void stop();
  /// There is something new, or the clock was moved. Cheap, from any thread.
  void wake();
  /// Waits until nothing is due and nothing under way.
  void drain();

 private:
  void dispatch();
  void take_due();
  void enlist(store::OutboxRow row);
  void work();
  void put_off(const store::OutboxRow& row);

  Database& database_;
  const Clock& clock_;
  const Perform perform_;
  const std::size_t max_threads_;
  std::mutex mutex_;
  std::condition_variable changed_;  ///< for the dispatcher and `drain`
  std::condition_variable ready_added_;
  std::map<std::string, std::deque<store::OutboxRow>> lines_ = {};  ///< by conversation
  std::deque<std::string> ready_ = {};     ///< conversations with a line that nobody works on
  std::set<std::int64_t> under_way_ = {};  ///< rows in a line or being performed
  std::size_t idle_ = 0;
  bool woken_ = true;
  bool more_ = false;  ///< the last look left rows behind
  bool looking_ = false;
  bool stopping_ = false;
  std::vector<std::thread> threads_ = {};
  std::thread dispatcher_ = {};
};

}  // namespace handoff
