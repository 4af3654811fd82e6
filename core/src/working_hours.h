#pragma once

#include <vector>

#include "handoff/availability.h"

/// Which intervals start on a date. Pure; thread-safe.
namespace handoff {

/// What holds for the intervals that start on one local date. Points into the `WorkingHours` it
/// came from.
struct DayPlan {
  const std::vector<DayInterval>* intervals = nullptr;
  bool by_exception = false;
};

DayPlan plan_of(const WorkingHours& hours, std::chrono::local_days day);

/// The instants of one interval that starts on `day`; empty (`end <= start`) when a DST gap
/// swallows it.
OpenInterval place(const DayInterval& interval, const ZoneTable& zone, std::chrono::local_days day);

/// The local date at `at`.
std::chrono::local_days local_day(const ZoneTable& zone, Instant at);

}  // namespace handoff
