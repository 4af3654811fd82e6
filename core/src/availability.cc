#include "handoff/availability.h"

#include "working_hours.h"

namespace handoff {
namespace {

using std::chrono::days;

constexpr days kHorizon{kAvailabilityHorizonDays};

/// Open or closed by hours and exceptions at an instant, and when that changes.
struct HoursState {
  bool open = false;
  std::optional<Instant> change = std::nullopt;
};

/// Looks for the change up to and including `limit`. REQUIRES: `at <= limit`.
HoursState hours_state(const WorkingHours& hours, const ZoneTable& zone, Instant at,
                       Instant limit) {
  // Most changes are near: a short look first, the whole way only for a team that never closes or
  // opens.
  HoursState state;
  for (const days reach : {days(3), days(40), kHorizon}) {
    const Instant to = std::min<Instant>(at + reach, limit) + Milliseconds(1);
    const auto open = open_intervals(hours, zone, at, to);
    state.open = !open.empty() && open.front().start == at;
    if (state.open && open.front().end < to) state.change = open.front().end;
    if (!state.open && !open.empty()) state.change = open.front().start;
    if (state.change) return state;
  }
  return state;
}

bool contains(const OpenInterval& interval, Instant at) {
  return interval.start <= at && at < interval.end;
}

/// What decided, leaving the override aside: the exception behind the interval that is running, or,
/// while closed, the one on the local date. Of several running intervals the one that started on
/// the latest date decides.
AvailabilityReason hours_reason(const WorkingHours& hours, const ZoneTable& zone, Instant at) {
  const auto ordinary = hours.has_hours ? AvailabilityReason::kHours : AvailabilityReason::kAlways;
  const auto today = local_day(zone, at);
  for (auto day = today + days(1); day >= today - days(2); day -= days(1)) {
    const DayPlan plan = plan_of(hours, day);
    for (const auto& interval : *plan.intervals) {
      if (!contains(place(interval, zone, day), at)) continue;
      return plan.by_exception ? AvailabilityReason::kException : ordinary;
    }
  }
  return plan_of(hours, today).by_exception ? AvailabilityReason::kException : ordinary;
}

/// The end of an override is a change only when the hours say otherwise then; if not, their next
/// change is.
std::optional<Instant> change_after_override(const WorkingHours& hours, const ZoneTable& zone,
                                             Instant limit) {
  const HoursOverride& forced = *hours.override_state;
  if (!forced.until || *forced.until > limit) return std::nullopt;
  const HoursState after = hours_state(hours, zone, *forced.until, limit);
  return after.open == forced.open ? after.change : forced.until;
}

}  // namespace

Availability availability_at(const WorkingHours& hours, const ZoneTable& zone, Instant at) {
  const Instant limit = at + kHorizon;
  const auto& forced = hours.override_state;
  const bool overridden = forced && (!forced->until || at < *forced->until);
  Availability out{.at = at};
  std::optional<Instant> change;
  if (overridden) {
    out.open = forced->open;
    out.reason = AvailabilityReason::kOverride;
    change = change_after_override(hours, zone, limit);
  } else {
    const HoursState state = hours_state(hours, zone, at, limit);
    out.open = state.open;
    out.reason = hours_reason(hours, zone, at);
    change = state.change;
  }
  out.available = out.open;
  (out.open ? out.closes_at : out.opens_at) = change;
  return out;
}

Availability narrow_to_agents(Availability availability, bool agent_available) {
  availability.available = availability.open && agent_available;
  return availability;
}

}  // namespace handoff
