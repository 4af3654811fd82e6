#pragma once

#include <chrono>
#include <mutex>

namespace handoff {

/// Stops asking somebody who keeps failing: after five failures in a row nobody asks for a minute,
/// then one may try. There is no clock inside: `now` is any steady time. Thread-safe.
class CircuitBreaker {
 public:
  using Time = std::chrono::milliseconds;
  enum class State {
    kClosed,   ///< everybody may ask
    kOpen,     ///< nobody may
    kProbing,  ///< one is asking, for all of them
  };
  struct Limits {
    int failures = 5;
    Time open_for = std::chrono::seconds(60);
  };

  CircuitBreaker() = default;
  explicit CircuitBreaker(Limits limits) : limits_(limits) {}

  /// True: go ahead. REQUIRES: exactly one of the next three afterwards.
  bool may_ask(Time now);
  void succeeded();
  void failed(Time now);
  /// It was neither: the asking was stopped from outside.
  void gave_up();

  State state(Time now) const;
  /// How long nobody may ask from now on; 0 when somebody may.
  Time asked_again_in(Time now) const;

 private:
  bool is_open(Time now) const { return failures_ >= limits_.failures && now < open_until_; }

  const Limits limits_ = {};
  mutable std::mutex mutex_;
  int failures_ = 0;  ///< in a row
  Time open_until_{0};
  bool probing_ = false;
};

}  // namespace handoff
