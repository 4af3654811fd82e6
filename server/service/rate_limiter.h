#pragma once

#include <map>
#include <mutex>
#include <string>

#include "handoff/result.h"
#include "time/clock.h"

namespace handoff {

/// Token buckets by key (`login/203.0.113.9`): `allowed` at once, refilled evenly over `per`.
/// Thread-safe; buckets that are full again are forgotten, so memory is bounded by what was used
/// within `per`.
class RateLimiter {
 public:
  RateLimiter(const Clock& clock, Seconds per) : clock_(clock), per_(per) {}

  /// Takes one of `allowed`; 0 means no limit. kTooMany says when the next one is free.
  Result<Done> take(const std::string& key, int allowed);

 private:
  struct Bucket {
    double used = 0;
    Instant at;
  };
  void forget_the_idle(Instant now);

  const Clock& clock_;
  const Seconds per_;
  std::mutex mutex_;
  std::map<std::string, Bucket> buckets_;
  Instant swept_at_{};
};

}  // namespace handoff
