#include "working_hours.h"

#include <algorithm>

#include "insertion_sort.h"

namespace handoff {
namespace {

using std::chrono::days;
using std::chrono::local_days;

const std::vector<DayInterval>& whole_day() {
  static const std::vector<DayInterval> intervals = {{0, 24 * 60}};
  return intervals;
}

int month_and_day(int month, int day) { return month * 100 + day; }

int month_and_day(YearlyDay day) { return month_and_day(day.month, day.day); }

bool holds_yearly(YearlyDay first, YearlyDay last, Date date) {
  const int here = month_and_day(static_cast<int>(static_cast<unsigned>(date.month())),
                                 static_cast<int>(static_cast<unsigned>(date.day())));
  const int from = month_and_day(first);
  const int to = month_and_day(last);
  if (from <= to) return from <= here && here <= to;
  return here >= from || here <= to;
}

bool holds_on(const HoursException& exception, Date date) {
  switch (exception.kind) {
    case HoursException::Kind::kDate:
      return date == exception.from;
    case HoursException::Kind::kRange:
      return exception.from <= date && date <= exception.to;
    case HoursException::Kind::kYearly:
      return holds_yearly(exception.yearly_from, exception.yearly_from, date);
    case HoursException::Kind::kYearlyRange:
      return holds_yearly(exception.yearly_from, exception.yearly_to, date);
  }
  return false;
}

/// A single date beats a range beats a yearly one.
int rank(HoursException::Kind kind) {
  if (kind == HoursException::Kind::kDate) return 3;
  return kind == HoursException::Kind::kRange ? 2 : 1;
}

const HoursException* exception_on(const WorkingHours& hours, Date date) {
  const HoursException* best = nullptr;
  for (const auto& exception : hours.exceptions) {
    if (!holds_on(exception, date)) continue;
    if (!best || rank(exception.kind) >= rank(best->kind)) best = &exception;
  }
  return best;
}

void sort_and_merge(std::vector<OpenInterval>& intervals) {
  insertion_sort(intervals,
                 [](const OpenInterval& a, const OpenInterval& b) { return a.start < b.start; });
  std::vector<OpenInterval> merged;
  for (const auto& interval : intervals) {
    if (!merged.empty() && interval.start <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, interval.end);
    } else {
      merged.push_back(interval);
    }
  }
  intervals = std::move(merged);
}

}  // namespace

DayPlan plan_of(const WorkingHours& hours, local_days day) {
  if (const auto* exception = exception_on(hours, Date(day))) return {&exception->intervals, true};
  if (!hours.has_hours) return {&whole_day(), false};
  return {&hours.week[std::chrono::weekday(day).iso_encoding() - 1], false};
}

OpenInterval place(const DayInterval& interval, const ZoneTable& zone, local_days day) {
  const days carry(interval.end <= interval.start ? 1 : 0);
  return {from_local(zone, day + Minutes(interval.start)).first,
          from_local(zone, day + carry + Minutes(interval.end)).second};
}

local_days local_day(const ZoneTable& zone, Instant at) {
  return std::chrono::floor<days>(
      std::chrono::local_time<Milliseconds>((at + zone.offset_at(at)).time_since_epoch()));
}

std::vector<OpenInterval> open_intervals(const WorkingHours& hours, const ZoneTable& zone,
                                         Instant from, Instant to) {
  std::vector<OpenInterval> out;
  if (from >= to) return out;
  // A night started yesterday; one day more on both sides covers a change of the offset in between.
  const local_days last = local_day(zone, to) + days(1);
  for (local_days day = local_day(zone, from) - days(2); day <= last; day += days(1)) {
    for (const auto& interval : *plan_of(hours, day).intervals) {
      const OpenInterval placed = place(interval, zone, day);
      const OpenInterval cut{std::max(placed.start, from), std::min(placed.end, to)};
      if (cut.start < cut.end) out.push_back(cut);
    }
  }
  sort_and_merge(out);
  return out;
}

}  // namespace handoff
