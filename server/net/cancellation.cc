#include "net/cancellation.h"

#include <utility>

namespace handoff {

void Cancellation::cancel() {
  const std::lock_guard lock(mutex_);
  if (cancelled_.exchange(true)) return;
  for (const auto& [id, wake] : hooks_) wake();
}

Cancellation::Hook::Hook(Cancellation& cancellation, std::function<void()> wake)
    : cancellation_(cancellation) {
  const std::lock_guard lock(cancellation_.mutex_);
  if (cancellation_.cancelled_) wake();
  id_ = cancellation_.next_id_++;
  cancellation_.hooks_.emplace(id_, std::move(wake));
}

Cancellation::Hook::~Hook() {
  const std::lock_guard lock(cancellation_.mutex_);
  cancellation_.hooks_.erase(id_);
}

}  // namespace handoff
