#include "time/zone_cache.h"

#include "time/zone_table.h"

namespace handoff {

std::shared_ptr<const ZoneTable> ZoneCache::find(const std::string& name) {
  if (name.empty()) return nullptr;
  const Instant now = clock_.now();
  const std::lock_guard lock(mutex_);
  const auto entry = entries_.find(name);
  if (entry != entries_.end() && zone_table_covers(entry->second.made_at, now))
    return entry->second.table;
  auto table = zone_table(name, now);
  // Unknown names come from visitors: they are not remembered, so they cannot fill the memory.
  if (!table) return nullptr;
  auto shared = std::make_shared<const ZoneTable>(std::move(*table));
  entries_[name] = {shared, now};
  return shared;
}

}  // namespace handoff
