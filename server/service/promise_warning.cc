#include "service/promise_warning.h"

#include <algorithm>

namespace handoff {

Instant warning_time(const Site& site, Instant promised_at, Instant due_at) {
  const Milliseconds ahead =
      std::min<Milliseconds>(std::chrono::hours(1), (due_at - promised_at) / 4);
  const Instant at = due_at - std::max<Milliseconds>(ahead, Milliseconds(0));
  const auto open = open_intervals(site.settings.availability, site.zone, at, due_at);
  return open.empty() ? at : open.front().start;
}

}  // namespace handoff
