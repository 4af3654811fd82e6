#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "live/stream_event.h"

/// The part of a store that streams need: an append-only log whose readers may run beside its
/// writers.
namespace handoff::testing {

class EventLog {
 public:
  /// Appends the next event and returns it. Publishing is the caller's, as it is after a commit.
  live::StreamEvent append(const std::string& type = "message") {
    const std::lock_guard lock(mutex_);
    const auto seq = static_cast<std::int64_t>(events_.size()) + 1;
    events_.push_back({seq, type, "{\"seq\":" + std::to_string(seq) + "}"});
    return events_.back();
  }

  std::vector<live::StreamEvent> after(std::int64_t cursor) const {
    const std::lock_guard lock(mutex_);
    const auto from = static_cast<std::size_t>(cursor);
    if (from >= events_.size()) return {};
    return {events_.begin() + cursor, events_.end()};
  }

  std::int64_t size() const {
    const std::lock_guard lock(mutex_);
    return static_cast<std::int64_t>(events_.size());
  }

 private:
  mutable std::mutex mutex_;
  std::vector<live::StreamEvent> events_;
};

}  // namespace handoff::testing
