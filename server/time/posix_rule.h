#pragma once

#include <optional>
#include <string_view>

#include "handoff/time.h"

/// The rule at the end of a zone's file, such as `EET-2EEST,M3.5.0/3,M10.5.0/4` (RFC 9636,
/// section 3.3.1). Values.
namespace handoff {

/// One of the two yearly changes.
struct PosixChange {
  enum class Kind { kWeekday, kDayWithoutLeap, kDayOfYear };
  Kind kind = Kind::kWeekday;
  int month = 1;    ///< kWeekday
  int week = 1;     ///< kWeekday: 5 is the last one
  int weekday = 0;  ///< kWeekday: 0 is Sunday
  int day = 0;      ///< kDayWithoutLeap: 1..365, 02-29 is never counted; kDayOfYear: 0..365
  Seconds time{2 * 60 * 60};  ///< after local midnight; may be negative and may pass a day
};

struct PosixRule {
  struct Summer {
    Seconds offset{0};
    PosixChange begin;  ///< in standard time
    PosixChange end;    ///< in summer time
  };
  Seconds offset{0};  ///< standard time = UTC + offset
  std::optional<Summer> summer = std::nullopt;
};

/// Nullopt for a text that is not wholly such a rule.
std::optional<PosixRule> parse_posix_rule(std::string_view text);

/// The local date and time of a change in a year.
std::chrono::local_seconds change_in(const PosixChange& change, std::chrono::year year);

}  // namespace handoff
