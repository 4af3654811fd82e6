#include "settings_parts.h"

namespace handoff {
namespace {

constexpr std::size_t kMostExceptions = 1000;
constexpr std::size_t kLongestNote = 500;
constexpr const char* kDateForms = "a date such as 2026-12-25, or 12-25 for every year,";

/// A full date, or a day of every year when `year` is missing.
struct DayText {
  std::optional<int> year;
  YearlyDay day;
};

/// Digits alone, without sign or space.
std::optional<int> number(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

Date date_of(int year, YearlyDay day) {
  return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(day.month)),
          std::chrono::day(static_cast<unsigned>(day.day))};
}

/// `YYYY-MM-DD` or `MM-DD`; the day must be one of the calendar.
std::optional<DayText> parse_day(std::string_view text) {
  DayText out;
  if (text.size() == 10 && text[4] == '-') {
    out.year = number(text.substr(0, 4));
    if (!out.year) return std::nullopt;
    text.remove_prefix(5);
  }
  if (text.size() != 5 || text[2] != '-') return std::nullopt;
  const auto month = number(text.substr(0, 2));
  const auto day = number(text.substr(3, 2));
  if (!month || !day) return std::nullopt;
  out.day = {*month, *day};
  const int some_leap_year = 2024;
  if (!date_of(out.year.value_or(some_leap_year), out.day).ok()) return std::nullopt;
  return out;
}

std::optional<DayText> read_day(JsonReader& reader, const char* key) {
  const auto text = reader.string(key);
  if (!text) return std::nullopt;
  const auto day = parse_day(*text);
  if (!day) reader.error(key, "is " + in_quotes(*text) + "; " + kDateForms + " is accepted");
  return day;
}

void read_date(JsonReader& reader, HoursException& out) {
  const auto day = read_day(reader, "date");
  if (!day) return;
  out.kind = day->year ? HoursException::Kind::kDate : HoursException::Kind::kYearly;
  if (day->year) {
    out.from = out.to = date_of(*day->year, day->day);
  } else {
    out.yearly_from = out.yearly_to = day->day;
  }
}

void read_range(JsonReader& reader, HoursException& out) {
  reader.require("from");
  reader.require("to");
  const auto from = read_day(reader, "from");
  const auto to = read_day(reader, "to");
  if (!from || !to) return;
  if (from->year.has_value() != to->year.has_value()) {
    reader.error("to",
                 "has a year when from has none, or the other way round; both as 2026-12-25 "
                 "or both as 12-25 is accepted");
  } else if (!from->year) {
    out.kind = HoursException::Kind::kYearlyRange;
    out.yearly_from = from->day;
    out.yearly_to = to->day;
  } else {
    out.kind = HoursException::Kind::kRange;
    out.from = date_of(*from->year, from->day);
    out.to = date_of(*to->year, to->day);
    if (out.to < out.from)
      reader.error("to", "is before from; the same day or a later one is accepted");
  }
}

void read_days(JsonReader& reader, HoursException& out) {
  const bool single = reader.has("date");
  const bool from = reader.has("from");
  const bool range = reader.has("to") || from;
  if (single && range) {
    reader.error("date", "stands beside from and to; either date, or from and to is accepted");
  } else if (range) {
    read_range(reader, out);
  } else if (single) {
    read_date(reader, out);
  } else {
    reader.error("date", "is missing; date, or from and to must be given");
  }
}

void read_content(JsonReader& reader, HoursException& out, Errors& errors) {
  const auto closed = reader.boolean("closed");
  const Json* hours = reader.value("hours");
  if (closed && !*closed) {
    reader.error("closed", "is false; true is accepted, or hours in its place");
  } else if (closed && hours) {
    reader.error("hours", "stands beside closed; one of the two is accepted");
  } else if (!reader.has("closed") && !hours) {
    reader.error("closed", "is missing; \"closed\": true or hours must be given");
  }
  if (hours) out.intervals = read_intervals(*hours, reader.path_of("hours"), errors);
}

HoursException read_exception(const Json& value, const std::string& path, Errors& errors) {
  JsonReader reader(value, path, errors);
  HoursException out;
  if (value.is_object()) {
    read_days(reader, out);
    read_content(reader, out, errors);
    assign(out.note, reader.string("note", 0, kLongestNote));
  }
  reader.finish();
  return out;
}

}  // namespace

std::vector<HoursException> read_exceptions(const Json& value, const std::string& path,
                                            Errors& errors) {
  std::vector<HoursException> out;
  if (!value.is_array()) {
    errors.push_back({path, "is not a list; a list of exceptions is accepted"});
  } else if (value.size() > kMostExceptions) {
    errors.push_back({path, "has " + std::to_string(value.size()) + " entries; up to " +
                                std::to_string(kMostExceptions) + " are accepted"});
  } else {
    for (std::size_t i = 0; i < value.size(); ++i) {
      out.push_back(read_exception(value[i], item_path(path, i), errors));
    }
  }
  return out;
}

}  // namespace handoff
