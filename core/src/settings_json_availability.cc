#include <algorithm>

#include "handoff/settings_json.h"
#include "settings_parts.h"
#include "settings_syntax.h"

namespace handoff {
namespace {

constexpr std::size_t kMostIntervals = 10;
constexpr int kMinutesADay = 24 * 60;

constexpr const char* kWeekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                     "friday", "saturday", "sunday"};

int two_digits(const std::string& text, std::size_t at) {
  const auto digit = [&](std::size_t i) {
    return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : 1000;
  };
  return digit(at) * 10 + digit(at + 1);
}

/// `HH:MM` as minutes of the day, up to and including `latest`.
std::optional<int> read_time(JsonReader& reader, const char* key, int latest) {
  reader.require(key);
  const auto text = reader.string(key);
  if (!text) return std::nullopt;
  if (text->size() == 5 && (*text)[2] == ':') {
    const int hour = two_digits(*text, 0);
    const int minute = two_digits(*text, 3);
    if (minute < 60 && hour * 60 + minute <= latest) return hour * 60 + minute;
  }
  const bool whole_day = latest == kMinutesADay;
  reader.error(key, "is " + in_quotes(*text) + "; HH:MM from 00:00 to 23:59" +
                        (whole_day ? ", or 24:00," : "") + " is accepted");
  return std::nullopt;
}

void read_interval(const Json& value, const std::string& path, std::vector<DayInterval>& out,
                   Errors& errors) {
  JsonReader reader(value, path, errors);
  if (value.is_object()) {
    const auto start = read_time(reader, "start", kMinutesADay - 1);
    const auto end = read_time(reader, "end", kMinutesADay);
    if (start && end) out.push_back({*start, *end});
  }
  reader.finish();
}

void read_week(const Json& value, const std::string& path, WorkingHours& hours, Errors& errors) {
  JsonReader reader(value, path, errors);
  hours.has_hours = true;
  for (std::size_t i = 0; i < std::size(kWeekdays); ++i) {
    const Json* day = reader.value(kWeekdays[i]);
    if (day) hours.week[i] = read_intervals(*day, reader.path_of(kWeekdays[i]), errors);
  }
  reader.finish();
}

HoursOverride read_override(const Json& value, const std::string& path, Errors& errors) {
  JsonReader reader(value, path, errors);
  HoursOverride out;
  reader.require("state");
  if (const auto state = reader.one_of("state", {"open", "closed"})) out.open = *state == 0;
  if (const auto until = reader.string("until")) {
    out.until = parse_rfc3339(*until);
    if (!out.until) {
      reader.error("until", "is " + in_quotes(*until) +
                                "; an instant such as 2026-11-23T08:00:00Z is accepted");
    }
  }
  reader.finish();
  return out;
}

}  // namespace

std::vector<DayInterval> read_intervals(const Json& value, const std::string& path,
                                        Errors& errors) {
  std::vector<DayInterval> out;
  if (value.is_object()) {
    if (!value.empty()) read_interval(value, path, out, errors);
  } else if (!value.is_array()) {
    errors.push_back({path,
                      "is neither an interval nor a list of them; {\"start\": \"09:00\", "
                      "\"end\": \"18:00\"} or a list of such is accepted"});
  } else if (value.size() > kMostIntervals) {
    errors.push_back({path, "has " + std::to_string(value.size()) + " intervals; up to " +
                                std::to_string(kMostIntervals) + " are accepted"});
  } else {
    for (std::size_t i = 0; i < value.size(); ++i) {
      read_interval(value[i], item_path(path, i), out, errors);
    }
  }
  return out;
}

std::optional<DayInterval> read_day_interval(const Json& value, const std::string& path,
                                             Errors& errors) {
  std::vector<DayInterval> read;
  read_interval(value, path, read, errors);
  if (read.empty()) return std::nullopt;
  return read.front();
}

WorkingHours read_working_hours(const Json& value, const std::string& path, Errors& errors) {
  WorkingHours out;
  JsonReader reader(value, path, errors);
  assign_formed(reader, "timezone", out.timezone,
                {is_zone_name, "the IANA name of a time zone, such as Europe/Bucharest,"});
  if (const Json* hours = reader.value("hours")) {
    read_week(*hours, reader.path_of("hours"), out, errors);
  }
  if (const Json* exceptions = reader.value("exceptions")) {
    out.exceptions = read_exceptions(*exceptions, reader.path_of("exceptions"), errors);
  }
  if (const Json* forced = reader.value("override")) {
    out.override_state = read_override(*forced, reader.path_of("override"), errors);
  }
  reader.finish();
  return out;
}

}  // namespace handoff
