#include "handoff/time.h"

#include <algorithm>

namespace handoff {
namespace {

/// No offset on Earth reaches this; `read_zone_table` refuses larger ones.
constexpr std::chrono::hours kLargestOffset{26};

using Spans = std::vector<ZoneTable::Span>;

/// The span that holds at `at`; the first one also before its start.
Spans::const_iterator span_at(const Spans& spans, Instant at) {
  const auto next = std::upper_bound(
      spans.begin(), spans.end(), at,
      [](Instant value, const ZoneTable::Span& span) { return value < span.from; });
  return next == spans.begin() ? next : next - 1;
}

Instant minus_offset(std::chrono::local_time<Minutes> local, Seconds offset) {
  return Instant(local.time_since_epoch() - offset);
}

}  // namespace

Seconds ZoneTable::offset_at(Instant at) const {
  return spans.empty() ? Seconds(0) : span_at(spans, at)->offset;
}

LocalTime to_local(const ZoneTable& zone, Instant at) {
  const auto local = at + zone.offset_at(at);
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const auto minute = std::chrono::floor<Minutes>(local - day);
  return {Date(day), static_cast<int>(minute.count())};
}

LocalLookup from_local(const ZoneTable& zone, std::chrono::local_time<Minutes> local) {
  if (zone.spans.empty()) return {minus_offset(local, {}), minus_offset(local, {})};
  const auto first = span_at(zone.spans, minus_offset(local, kLargestOffset));
  const auto last = span_at(zone.spans, minus_offset(local, -kLargestOffset));
  std::optional<LocalLookup> found;
  std::optional<Instant> gap_end;
  for (auto span = first;; ++span) {
    const Instant at = minus_offset(local, span->offset);
    const bool begun = span == zone.spans.begin() || at >= span->from;
    const bool ended = span + 1 != zone.spans.end() && at >= (span + 1)->from;
    if (begun && !ended) found = LocalLookup{found ? found->first : at, at};
    // Before this span the clock showed an earlier time than `local`, at its start it already shows
    // a later one.
    if (!begun && span != first && !gap_end) gap_end = span->from;
    if (span == last) break;
  }
  if (found) return *found;
  const Instant end = gap_end.value_or(minus_offset(local, last->offset));
  return {end, end};
}

}  // namespace handoff
