#pragma once

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
  bool cancelled() const;

  /// Runs `wake` when cancelled, at once when that has happened, until it is destroyed. `wake` must
  /// be quick and must not touch this object.
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
  mutable std::mutex mutex_;
  bool cancelled_ = false;
  int next_id_ = 1;
  std::map<int, std::function<void()>> hooks_ = {};
};

}  // namespace handoff
