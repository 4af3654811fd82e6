#pragma once

#include "service/site.h"

namespace handoff {

/// When the team is warned of a deadline: an hour before it, earlier promises of less than four
/// hours a quarter of their time before, and where the team opens within that time, at its opening.
/// Pure.
Instant warning_time(const Site& site, Instant promised_at, Instant due_at);

}  // namespace handoff
