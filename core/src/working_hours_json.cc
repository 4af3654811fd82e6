#include "digits.h"
#include "handoff/settings_json.h"

/// Writes working hours in the shape that `read_working_hours` reads.
namespace handoff {
namespace {

constexpr const char* kWeekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                     "friday", "saturday", "sunday"};

std::string time_text(int minute) { return padded(minute / 60, 2) + ':' + padded(minute % 60, 2); }

std::string day_text(YearlyDay day) { return padded(day.month, 2) + '-' + padded(day.day, 2); }

std::string date_text(Date date) {
  return padded(static_cast<int>(date.year()), 4) + '-' +
         day_text({static_cast<int>(static_cast<unsigned>(date.month())),
                   static_cast<int>(static_cast<unsigned>(date.day()))});
}

Json intervals_json(const std::vector<DayInterval>& intervals) {
  Json out = Json::array();
  for (const auto& interval : intervals) out.push_back(day_interval_json(interval));
  return out;
}

void put_days(const HoursException& exception, Json& out) {
  switch (exception.kind) {
    case HoursException::Kind::kDate:
      out["date"] = date_text(exception.from);
      return;
    case HoursException::Kind::kYearly:
      out["date"] = day_text(exception.yearly_from);
      return;
    case HoursException::Kind::kRange:
      out["from"] = date_text(exception.from);
      out["to"] = date_text(exception.to);
      return;
    case HoursException::Kind::kYearlyRange:
      out["from"] = day_text(exception.yearly_from);
      out["to"] = day_text(exception.yearly_to);
      return;
  }
}

Json exception_json(const HoursException& exception) {
  Json out = Json::object();
  put_days(exception, out);
  if (exception.intervals.empty()) {
    out["closed"] = true;
  } else {
    out["hours"] = intervals_json(exception.intervals);
  }
  if (!exception.note.empty()) out["note"] = exception.note;
  return out;
}

Json week_json(const WorkingHours& hours) {
  Json out = Json::object();
  for (std::size_t i = 0; i < std::size(kWeekdays); ++i) {
    if (!hours.week[i].empty()) out[kWeekdays[i]] = intervals_json(hours.week[i]);
  }
  return out;
}

}  // namespace

Json day_interval_json(const DayInterval& interval) {
  Json out = Json::object();
  out["start"] = time_text(interval.start);
  out["end"] = time_text(interval.end);
  return out;
}

Json working_hours_json(const WorkingHours& hours) {
  Json out = Json::object();
  out["timezone"] = hours.timezone;
  if (hours.has_hours) out["hours"] = week_json(hours);
  if (!hours.exceptions.empty()) {
    out["exceptions"] = Json::array();
    for (const auto& exception : hours.exceptions) {
      out["exceptions"].push_back(exception_json(exception));
    }
  }
  if (const auto& forced = hours.override_state) {
    Json& state = out["override"] = Json::object();
    state["state"] = forced->open ? "open" : "closed";
    if (forced->until) state["until"] = format_utc(*forced->until);
  }
  return out;
}

}  // namespace handoff
