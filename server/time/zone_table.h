#pragma once

#include <string>
#include <vector>

#include "handoff/result.h"
#include "handoff/time.h"

/// IANA zones from the system's tzdata, as tables for the core. Thread-safe; tzdata is read once,
/// at first use.
namespace handoff {

/// How far a table reaches around its instant: enough for old conversations and for every change
/// that is reported.
inline constexpr int kZoneYearsBack = 2;
inline constexpr int kZoneYearsAhead = 30;

/// The table of `name` (`Europe/Bucharest`, links such as `Asia/Calcutta` too) around an instant.
/// An unknown name is `kInvalid` with the nearest known one; a system without tzdata is
/// `kUnavailable`.
Result<ZoneTable> zone_table(const std::string& name, Instant around);

/// Whether `at` and the year after it lie within a table made around `around`, so that it need not
/// be made anew.
bool zone_table_covers(Instant around, Instant at);

/// Every name of the system's tzdata, sorted.
const std::vector<std::string>& zone_names();

}  // namespace handoff
