#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Absolute time, civil time, and the table that joins them. There is no clock here: "now" is
/// always an argument. All types are values and safe to share between threads.
namespace handoff {

using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;
using Minutes = std::chrono::minutes;

/// A point on the UTC time line, in milliseconds.
using Instant = std::chrono::sys_time<Milliseconds>;

/// A time zone as a sorted list of offsets. The server makes it from tzdata
/// (`server/time/zone_table.h`) and sends it with the settings, so a browser and the server cannot
/// disagree. `spans[i]` holds from `spans[i].from` until `spans[i + 1].from`; before the first span
/// the first offset holds, after the last the last.
struct ZoneTable {
  struct Span {
    Instant from;
    Seconds offset{0};  ///< local time = UTC + offset

    friend bool operator==(const Span&, const Span&) = default;
  };
  std::string name = "UTC";
  std::vector<Span> spans = {};  ///< empty means UTC

  friend bool operator==(const ZoneTable&, const ZoneTable&) = default;

  Seconds offset_at(Instant at) const;
};

/// A local date, as printed on a wall calendar.
using Date = std::chrono::year_month_day;

/// Local date and minute of the day [0, 1440].
struct LocalTime {
  Date date;
  int minute = 0;
};

LocalTime to_local(const ZoneTable& zone, Instant at);

/// The instants that a local time means. In a DST gap both are the end of the gap; in a fold
/// `first` is the earlier occurrence and `second` the later; otherwise both are the same.
struct LocalLookup {
  Instant first;
  Instant second;
};
LocalLookup from_local(const ZoneTable& zone, std::chrono::local_time<Minutes> local);

/// Parses RFC 3339 (`2026-11-23T08:00:00Z`, `...T08:00:00.250+02:00`). Nothing else is accepted: no
/// missing offset, no date alone. Digits past milliseconds are cut. A leap second `:60` counts as
/// the next second.
std::optional<Instant> parse_rfc3339(std::string_view text);

/// `2026-11-23T08:00:00.250Z`; milliseconds are left out when they are zero.
std::string format_utc(Instant at);

/// `2026-11-23T10:00:00+02:00`, in the zone's offset at that instant. Milliseconds as in
/// `format_utc`.
std::string format_in_zone(const ZoneTable& zone, Instant at);

}  // namespace handoff
