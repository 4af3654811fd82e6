#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "store/database.h"
#include "store/outbox.h"
#include "time/clock.h"

namespace handoff {

/// Performs committed effects: at least once, in order per conversation, several conversations at a
/// time.
///
/// A row belongs to the thread that its conversation falls to, so two effects of one conversation
/// never overlap. A row stays in the store until whoever performs it has finished it in the
/// transaction of what it led to.
class OutboxWorker {
 public:
  /// kDone: the row is finished. kTryLater: it failed for now and is tried again with growing
  /// delays.
  enum class Outcome { kDone, kTryLater };
  using Perform = std::function<Outcome(const store::OutboxRow&)>;

  OutboxWorker(Database& database, const Clock& clock, Perform perform, int threads = 4);
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
  struct Lane {
    std::vector<store::OutboxRow> rows;
  };

  void dispatch();
  void take_due();
  void work(std::size_t lane);
  void put_off(const store::OutboxRow& row);

  Database& database_;
  const Clock& clock_;
  const Perform perform_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Lane> lanes_;
  std::set<std::int64_t> under_way_;
  bool woken_ = true;
  bool looking_ = false;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace handoff
