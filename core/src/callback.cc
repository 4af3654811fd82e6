#include "handoff/callback.h"

#include <algorithm>

namespace handoff {
namespace {

constexpr std::chrono::days kHorizon{kAvailabilityHorizonDays};

/// Years of hardly any open time; after them the rest is counted by the clock, so that the search
/// ends.
constexpr int kLongestSearchYears = 30;

/// The first instant that may count: nothing does while the team is forced closed. Nullopt: it
/// stays so for ever.
std::optional<Instant> counting_from(const WorkingHours& hours, Instant now) {
  const auto& forced = hours.override_state;
  if (!forced || forced->open) return now;
  if (!forced->until) return std::nullopt;
  return std::max(now, *forced->until);
}

/// The end of `within` open time, or what of it is left after `intervals`.
std::optional<Instant> spend(const std::vector<OpenInterval>& intervals, Milliseconds& left) {
  for (const auto& interval : intervals) {
    const Milliseconds length = interval.end - interval.start;
    if (left <= length) return interval.start + left;
    left -= length;
  }
  return std::nullopt;
}

}  // namespace

Instant callback_deadline(const WorkingHours& hours, const ZoneTable& zone, Instant now,
                          Minutes within, CallbackCount count) {
  const auto start = counting_from(hours, now);
  if (count == CallbackCount::kClock || !start) return now + within;
  Milliseconds left = within;
  Instant counted_to = now;
  Instant from = *start;
  Instant to = now + kHorizon;
  for (int year = 0; year < kLongestSearchYears; ++year) {
    const auto intervals = open_intervals(hours, zone, from, to);
    if (intervals.empty()) break;
    if (const auto deadline = spend(intervals, left)) return *deadline;
    counted_to = intervals.back().end;
    from = to;
    to = counted_to + kHorizon;
  }
  return counted_to + left;
}

}  // namespace handoff
