#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "store/database.h"
#include "store/deliveries.h"
#include "time/clock.h"

namespace handoff {

/// How one attempt ended.
struct DeliveryEnd {
  enum class End {
    kDelivered,
    kUnwanted,  ///< nobody needs it any more: it is forgotten
    kHeld,      ///< not now: again after `after`, and no attempt is counted
    kTryLater,  ///< again within 5 s, then with growing delays up to a day
    kDead,      ///< it can never succeed; kept for people to see
  };
  End end = End::kTryLater;
  std::string said = {};  ///< by the other side; without secrets
  std::string remote_id = {};
  std::optional<Seconds> after = std::nullopt;  ///< not earlier: the other side's wish
  std::vector<std::string> along = {};  ///< ids of other deliveries that this attempt was made for
};

/// Sends what is due: at least once, under the same id in every attempt. Apart from the outbox, so
/// that a slow mail server delays neither the AI nor timers; a few threads for each channel and
/// webhook, within one of these in order per conversation (a repeat comes later than its
/// successors). No recipient is told by two threads at once.
class DeliveryWorker {
 public:
  using Send = std::function<DeliveryEnd(const store::Delivery&)>;

  DeliveryWorker(Database& database, const Clock& clock, Send send, std::size_t max_threads = 32);
  ~DeliveryWorker();
  DeliveryWorker(const DeliveryWorker&) = delete;
  DeliveryWorker& operator=(const DeliveryWorker&) = delete;

  void start();
  /// Ends after the attempts under way.
  void stop();
  /// There is something new, or the clock was moved. Cheap, from any thread.
  void wake();
  /// Waits until nothing is due and nothing under way.
  void drain();

 private:
  void dispatch();
  void take_due();
  void work();
  void attempt(const store::Delivery& delivery);
  /// `again`: when a delivery that did not end is due next.
  void settle(Connection& tx, const std::string& id, const DeliveryEnd& end, Instant again);

  Database& database_;
  const Clock& clock_;
  const Send send_;
  const std::size_t max_threads_;
  std::mutex mutex_;
  std::condition_variable changed_;  ///< for the dispatcher and `drain`
  std::condition_variable ready_added_;
  std::map<std::string, std::deque<store::Delivery>> lanes_ = {};
  std::deque<std::string> ready_ = {};     ///< lanes that nobody works on
  std::set<std::int64_t> under_way_ = {};  ///< numbers in a lane or being sent
  std::size_t idle_ = 0;
  bool woken_ = true;
  bool more_ = false;  ///< the last look left some behind
  bool looking_ = false;
  bool stopping_ = false;
  std::vector<std::thread> threads_ = {};
  std::thread dispatcher_ = {};
};

}  // namespace handoff
