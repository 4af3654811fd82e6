#include "time/zone_table.h"

#include <date/tz.h>

#include <algorithm>
#include <stdexcept>

#include "handoff/json.h"
#include "time/zone_tail.h"

namespace handoff {
namespace {

using std::chrono::days;

constexpr days kBack{kZoneYearsBack * 366};
constexpr days kAhead{kZoneYearsAhead * 366};

/// The list of a zone's file ends with an interval that has no end.
bool is_last(const date::sys_info& info) {
  return info.end >= date::sys_days(date::year(9999) / 1 / 1);
}

std::vector<ZoneTable::Span> spans_between(const date::time_zone& zone, Instant from, Instant to) {
  std::vector<ZoneTable::Span> spans;
  for (Instant at = from; at < to;) {
    const auto info = zone.get_info(std::chrono::floor<Seconds>(at));
    append_span(spans, {at, info.offset});
    if (is_last(info)) {
      const bool has_transitions = info.begin > date::sys_days(date::year(0) / 1 / 1);
      const auto rule = has_transitions ? rule_of_zone(zone.name()) : std::nullopt;
      if (rule) append_by_rule(*rule, at, to, spans);
      break;
    }
    at = info.end;
  }
  return spans;
}

std::string small_letters(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

/// The known name that was probably meant: same letters or few changes, or the city alone.
std::string nearest_zone(const std::string& name) {
  const std::string wanted = small_letters(name);
  for (const auto& known : zone_names()) {
    const std::string small = small_letters(known);
    if (small == wanted || small.substr(small.rfind('/') + 1) == wanted) return known;
  }
  return nearest(name, zone_names());
}

Error unknown_zone(const std::string& name) {
  const std::string near = nearest_zone(name);
  const std::string hint = near.empty() ? "an IANA name such as Europe/Bucharest is accepted"
                                        : "did you mean \"" + near + "\"?";
  return invalid("", "no time zone is called " + dump_json(Json(name)) + "; " + hint);
}

std::vector<std::string> load_names() {
  std::vector<std::string> names;
  const auto& database = date::get_tzdb();
  for (const auto& zone : database.zones) names.push_back(zone.name());
#if !USE_OS_TZDB
  for (const auto& link : database.links) names.push_back(link.name());
#endif
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

const std::vector<std::string>& zone_names() {
  static const std::vector<std::string> names = load_names();
  return names;
}

Result<ZoneTable> zone_table(const std::string& name, Instant around) {
  if (name == "UTC") return ZoneTable{};  // without tzdata too
  try {
    const auto& names = zone_names();
    if (!std::binary_search(names.begin(), names.end(), name)) return unknown_zone(name);
    const date::time_zone* zone = date::locate_zone(name);
    return ZoneTable{name, spans_between(*zone, around - kBack, around + kAhead)};
  } catch (const std::exception& problem) {
    return Error{.code = ErrorCode::kUnavailable,
                 .message = std::string("the system's time zones cannot be read: ") +
                            problem.what() + "; the package tzdata is needed"};
  }
}

bool zone_table_covers(Instant around, Instant at) {
  return around - kBack <= at - days(7) && at + days(400) <= around + kAhead;
}

}  // namespace handoff
