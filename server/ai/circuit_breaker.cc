#include "ai/circuit_breaker.h"

namespace handoff {

bool CircuitBreaker::may_ask(Time now) {
  const std::lock_guard lock(mutex_);
  if (failures_ < limits_.failures) return true;
  if (is_open(now) || probing_) return false;
  probing_ = true;
  return true;
}

void CircuitBreaker::succeeded() {
  const std::lock_guard lock(mutex_);
  failures_ = 0;
  probing_ = false;
}

void CircuitBreaker::failed(Time now) {
  const std::lock_guard lock(mutex_);
  ++failures_;
  probing_ = false;
  if (failures_ >= limits_.failures) open_until_ = now + limits_.open_for;
}

void CircuitBreaker::gave_up() {
  const std::lock_guard lock(mutex_);
  probing_ = false;
}

CircuitBreaker::State CircuitBreaker::state(Time now) const {
  const std::lock_guard lock(mutex_);
  if (failures_ < limits_.failures) return State::kClosed;
  return is_open(now) ? State::kOpen : State::kProbing;
}

CircuitBreaker::Time CircuitBreaker::asked_again_in(Time now) const {
  const std::lock_guard lock(mutex_);
  return is_open(now) ? open_until_ - now : Time(0);
}

}  // namespace handoff
