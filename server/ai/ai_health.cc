#include "ai/ai_health.h"

#include <algorithm>
#include <utility>

namespace handoff {
namespace {

/// The smallest time that `hundredths` of a hundred stay at or below.
Milliseconds percentile(std::vector<Milliseconds> times, std::size_t hundredths) {
  if (times.empty()) return Milliseconds(0);
  std::sort(times.begin(), times.end());
  return times[(times.size() * hundredths + 99) / 100 - 1];
}

}  // namespace

void AiRecord::answered(Instant at, Milliseconds took, std::int64_t prompt_tokens,
                        std::int64_t completion_tokens) {
  const std::lock_guard lock(mutex_);
  ++counts_.answers;
  counts_.last_answer_at = at;
  counts_.prompt_tokens += prompt_tokens;
  counts_.completion_tokens += completion_tokens;
  times_.push_back(took);
  if (times_.size() > kTimes) times_.pop_front();
}

void AiRecord::failed(AiFailure failure) {
  const std::lock_guard lock(mutex_);
  ++counts_.failures;
  failures_.push_front(std::move(failure));
  if (failures_.size() > kFailures) failures_.pop_back();
}

void AiRecord::withdrawn() {
  const std::lock_guard lock(mutex_);
  ++counts_.withdrawn;
}

void AiRecord::guarded() {
  const std::lock_guard lock(mutex_);
  ++counts_.guarded;
}

AiHealth AiRecord::health() const {
  const std::lock_guard lock(mutex_);
  AiHealth health = counts_;
  const std::vector<Milliseconds> times(times_.begin(), times_.end());
  health.typical = percentile(times, 50);
  health.slow = percentile(times, 90);
  health.last_failures.assign(failures_.begin(), failures_.end());
  return health;
}

}  // namespace handoff
