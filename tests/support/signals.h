#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <string>

namespace handoff::testing {

/// Named moments that threads of a test wait for instead of sleeping. Thread-safe.
class Signals {
 public:
  /// From now on the moment has come.
  void give(const std::string& name) {
    const std::lock_guard lock(mutex_);
    given_.insert(name);
    changed_.notify_all();
  }

  /// False when it did not come in a long time, or `end` came first.
  bool wait_for(const std::string& name) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds(20),
                      [&] { return ended_ || given_.contains(name); });
    return given_.contains(name);
  }

  /// Nobody waits any longer.
  void end() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::set<std::string> given_ = {};
  bool ended_ = false;
};

}  // namespace handoff::testing
