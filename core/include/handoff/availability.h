#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handoff/time.h"

/// When the team answers: weekly hours x exceptions x override, as pure functions of an instant.
/// Values, thread-safe.
///
/// Rules (contract, section 3): intervals are half-open `[start, end)`; `end <= start` runs past
/// midnight and belongs to the day it starts on; touching intervals merge. An exception replaces
/// the intervals that start on its dates; a night that began before it runs on. A single date beats
/// a range beats a yearly one; among equals the later in the list wins. A time in a DST gap means
/// the end of the gap; in a fold an interval starts at the first occurrence and ends at the second.
namespace handoff {

/// Minutes of the local day: start in [0, 1439], end in [0, 1440]. `end <= start` ends on the next
/// day.
struct DayInterval {
  int start = 0;
  int end = 0;

  friend bool operator==(const DayInterval&, const DayInterval&) = default;
};

/// A month and a day of every year; 02-29 exists in leap years only.
struct YearlyDay {
  int month = 1;
  int day = 1;

  friend bool operator==(const YearlyDay&, const YearlyDay&) = default;
};

/// Dates on which other hours hold. `intervals` empty means closed.
struct HoursException {
  enum class Kind { kDate, kRange, kYearly, kYearlyRange };
  Kind kind = Kind::kDate;
  Date from = {};  ///< kDate, kRange: first day; a kDate has `to == from`
  Date to = {};    ///< inclusive
  YearlyDay yearly_from = {};
  YearlyDay yearly_to = {};  ///< inclusive; may be before `yearly_from`: wraps over new year
  std::vector<DayInterval> intervals = {};
  std::string note = {};

  friend bool operator==(const HoursException&, const HoursException&) = default;
};

/// Set by hand: forces the team open or closed, for ever or until an instant.
struct HoursOverride {
  bool open = false;
  std::optional<Instant> until = std::nullopt;

  friend bool operator==(const HoursOverride&, const HoursOverride&) = default;
};

struct WorkingHours {
  std::string timezone = "UTC";  ///< IANA name; the table for it comes beside it
  /// False: no hours were given, the team is always open, except on the dates of `exceptions`.
  bool has_hours = false;
  std::vector<DayInterval> week[7] = {};  ///< Monday first
  std::vector<HoursException> exceptions = {};
  std::optional<HoursOverride> override_state = std::nullopt;

  friend bool operator==(const WorkingHours&, const WorkingHours&) = default;
};

enum class AvailabilityReason { kHours, kException, kOverride, kAlways };

struct Availability {
  Instant at;
  bool open = false;
  bool available = false;  ///< open and at least one agent online
  std::optional<Instant> closes_at =
      std::nullopt;  ///< null while closed, or no change within 366 days
  std::optional<Instant> opens_at =
      std::nullopt;  ///< null while open, or no change within 366 days
  AvailabilityReason reason = AvailabilityReason::kAlways;

  friend bool operator==(const Availability&, const Availability&) = default;
};

/// How far ahead a change of the hours is looked for.
inline constexpr int kAvailabilityHorizonDays = 366;

/// `available` equals `open` here; the server narrows it with `narrow_to_agents`.
Availability availability_at(const WorkingHours& hours, const ZoneTable& zone, Instant at);

/// The same, when it is known how many agents are online with free capacity.
Availability narrow_to_agents(Availability availability, bool agent_available);

/// By hours and exceptions alone, without the override: the open time of `[from, to)`, cut to it,
/// merged and sorted.
struct OpenInterval {
  Instant start;
  Instant end;

  friend bool operator==(const OpenInterval&, const OpenInterval&) = default;
};
std::vector<OpenInterval> open_intervals(const WorkingHours& hours, const ZoneTable& zone,
                                         Instant from, Instant to);

}  // namespace handoff
