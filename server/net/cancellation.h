#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <mutex>

namespace handoff {

/// Stops work that another thread is doing. Thread-safe; shared by reference, so it outlives the
/// work.
class Cancellation {
 public:
  /// Once, and for good. Returns when every hook has run.
  void cancel();
  bool cancelled() const { return cancelled_; }

  /// Runs `wake` once when cancelled, at once when that has happened; never after its end, which
  /// waits for a run in progress. `wake` must be quick, must not throw, and may only ask
  /// `cancelled()` of this object.
  class Hook {
   public:
    Hook(Cancellation& cancellation, std::function<void()> wake);
    ~Hook();
    Hook(const Hook&) = delete;
    Hook& operator=(const Hook&) = delete;

   private:
    Cancellation& cancellation_;
    int id_ = 0;
  };

 private:
  std::mutex mutex_;
  std::atomic<bool> cancelled_{false};
  int next_id_ = 1;
  std::map<int, std::function<void()>> hooks_ = {};
};

}  // namespace handoff
