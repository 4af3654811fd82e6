#include "service/rate_limiter.h"

#include <algorithm>
#include <cmath>

namespace handoff {

Result<Done> RateLimiter::take(const std::string& key, int allowed) {
  if (allowed <= 0) return Done{};
  const Instant now = clock_.now();
  const double seconds_each = static_cast<double>(per_.count()) / allowed;
  const std::lock_guard lock(mutex_);
  forget_the_idle(now);
  Bucket& bucket = buckets_[key];
  const double elapsed = std::max(0.0, std::chrono::duration<double>(now - bucket.at).count());
  bucket.used = std::max(0.0, bucket.used - elapsed / seconds_each);
  bucket.at = now;
  if (bucket.used + 1 > allowed) {
    const double wait = (bucket.used + 1 - allowed) * seconds_each;
    return Error{.code = ErrorCode::kTooMany,
                 .message = "too many of these in a short time; wait a little and try again",
                 .retry_after_seconds = std::max(1, static_cast<int>(std::ceil(wait)))};
  }
  bucket.used += 1;
  return Done{};
}

void RateLimiter::forget_the_idle(Instant now) {
  if (now - swept_at_ < per_) return;
  swept_at_ = now;
  for (auto bucket = buckets_.begin(); bucket != buckets_.end();) {
    bucket = now - bucket->second.at >= per_ ? buckets_.erase(bucket) : std::next(bucket);
  }
}

}  // namespace handoff
