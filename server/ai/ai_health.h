#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "ai/circuit_breaker.h"
#include "handoff/time.h"

/// How the model behind the AI is doing, for the dashboard and the metrics.
namespace handoff {

struct AiFailure {
  Instant at;
  std::string kind;  ///< `auth`, `model`, `rate`, `server`, `timeout`, `unreachable`, `malformed`,
                     ///< `refused`, `address`, `paused`
  std::string what;  ///< for people; without secrets

  friend bool operator==(const AiFailure&, const AiFailure&) = default;
};

struct AiHealth {
  std::string model = {};  ///< as it is set; `default` when it is not
  CircuitBreaker::State breaker = CircuitBreaker::State::kClosed;
  std::int64_t answers = 0;    ///< turns that the model finished
  std::int64_t failures = 0;   ///< turns that it did not
  std::int64_t withdrawn = 0;  ///< answers of which nothing could be shown
  std::int64_t guarded = 0;    ///< answers that something was taken out of
  std::int64_t fallbacks = 0;  ///< failures that the built-in AI stepped in for
  std::optional<Instant> last_answer_at = std::nullopt;
  std::optional<Instant> retry_at =
      std::nullopt;  ///< while it is not asked: when it is tried again
  std::int64_t prompt_tokens = 0;
  std::int64_t completion_tokens = 0;
  Milliseconds typical{0};  ///< median time to a whole answer, of the last 100; 0: none yet
  Milliseconds slow{0};     ///< nine of ten were faster
  std::vector<std::string> dropped = {};      ///< parameters that the server does not take
  std::vector<AiFailure> last_failures = {};  ///< newest first, at most 20
};

/// Keeps the numbers of an `AiHealth`. Thread-safe.
class AiRecord {
 public:
  void answered(Instant at, Milliseconds took, std::int64_t prompt_tokens,
                std::int64_t completion_tokens);
  void failed(AiFailure failure);
  void withdrawn();
  void guarded();

  /// Everything but `model`, `breaker` and `dropped`.
  AiHealth health() const;

 private:
  static constexpr std::size_t kTimes = 100;
  static constexpr std::size_t kFailures = 20;

  mutable std::mutex mutex_;
  AiHealth counts_ = {};
  std::deque<Milliseconds> times_ = {};
  std::deque<AiFailure> failures_ = {};  ///< newest first
};

}  // namespace handoff
