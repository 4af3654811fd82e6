#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "handoff/time.h"
#include "time/clock.h"

namespace handoff {

/// Tables of the zones that visitors live in, made once. Thread-safe; at most one table per zone of
/// the system.
class ZoneCache {
 public:
  explicit ZoneCache(const Clock& clock) : clock_(clock) {}

  /// Null when the system does not know the zone.
  std::shared_ptr<const ZoneTable> find(const std::string& name);

 private:
  struct Entry {
    std::shared_ptr<const ZoneTable> table;
    Instant made_at;
  };
  const Clock& clock_;
  std::mutex mutex_;
  std::map<std::string, Entry> entries_;
};

}  // namespace handoff
