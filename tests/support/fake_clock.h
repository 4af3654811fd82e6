#pragma once

#include <atomic>

#include "time/clock.h"

namespace handoff {

/// A clock that stands still until a test moves it. Safe to share between threads.
class FakeClock : public Clock {
 public:
  explicit FakeClock(Instant start) : now_(start.time_since_epoch()) {}

  Instant now() const override { return Instant(now_.load()); }
  void set(Instant now) { now_ = now.time_since_epoch(); }
  void advance(Milliseconds by) {
    for (auto seen = now_.load(); !now_.compare_exchange_weak(seen, seen + by);) {
    }
  }

 private:
  std::atomic<Milliseconds> now_;
};

}  // namespace handoff
