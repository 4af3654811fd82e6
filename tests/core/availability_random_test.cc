#include <gtest/gtest.h>

#include <random>

#include "handoff/settings_json.h"

/// Random weeks, exceptions and zones: the answers must hold together, whatever the hours are.
namespace handoff {
namespace {

using std::chrono::days;
using std::chrono::hours;

class RandomHours {
 public:
  explicit RandomHours(unsigned seed) : random_(seed) {}

  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  ZoneTable zone() {
    ZoneTable out{"Test/Zone", {}};
    Instant from = Instant(std::chrono::sys_days(std::chrono::year(2025) / 1 / 1));
    for (int i = 0; i < 12; ++i) {
      out.spans.push_back({from, Minutes(15 * (below(105) - 48))});
      from += Minutes(30 * (2000 + below(8000)));
    }
    return out;
  }

  std::vector<DayInterval> day() {
    std::vector<DayInterval> out;
    for (int count = below(4); count > 0; --count) out.push_back({below(1440), below(1441)});
    return out;
  }

  WorkingHours week() {
    WorkingHours out;
    out.has_hours = below(10) > 0;
    for (auto& intervals : out.week) {
      if (below(3) > 0) intervals = day();
    }
    for (int count = below(4); count > 0; --count) out.exceptions.push_back(exception());
    if (below(3) == 0) out.override_state = forced();
    return out;
  }

  Instant instant() {
    const Instant start(std::chrono::sys_days(std::chrono::year(2025) / 6 / 1));
    return start + Minutes(below(400 * 1440)) + Milliseconds(below(60000));
  }

 private:
  HoursException exception() {
    HoursException out;
    out.kind = static_cast<HoursException::Kind>(below(4));
    out.from = Date(std::chrono::floor<days>(instant()));
    out.to = Date(std::chrono::sys_days(out.from) + days(below(20)));
    out.yearly_from = {1 + below(12), 1 + below(28)};
    out.yearly_to = {1 + below(12), 1 + below(28)};
    out.intervals = day();
    return out;
  }

  HoursOverride forced() {
    HoursOverride out{below(2) == 0};
    if (below(4) > 0) out.until = instant();
    return out;
  }

  std::mt19937 random_;
};

/// The reported change is one, and nothing changes on the way to it.
void expect_real_change(const WorkingHours& week, const ZoneTable& zone, RandomHours& random,
                        const Availability& now) {
  const auto change = now.open ? now.closes_at : now.opens_at;
  EXPECT_FALSE(now.open ? now.opens_at : now.closes_at);
  const Instant limit = change.value_or(now.at + days(kAvailabilityHorizonDays));
  if (change) {
    EXPECT_GT(*change, now.at);
    EXPECT_LE(*change, now.at + days(kAvailabilityHorizonDays));
    EXPECT_NE(availability_at(week, zone, *change).open, now.open);
    EXPECT_EQ(availability_at(week, zone, *change - Milliseconds(1)).open, now.open);
  }
  const auto minutes = std::chrono::floor<Minutes>(limit - now.at).count();
  for (int probe = 0; probe < 5 && minutes > 0; ++probe) {
    const Instant between = now.at + Minutes(random.below(static_cast<int>(minutes)));
    EXPECT_EQ(availability_at(week, zone, between).open, now.open);
  }
}

TEST(AvailabilityRandom, reports_the_next_real_change) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  RandomHours random(seed);
  for (int round = 0; round < 300; ++round) {
    const WorkingHours week = random.week();
    const ZoneTable zone = random.zone();
    expect_real_change(week, zone, random, availability_at(week, zone, random.instant()));
    if (HasFailure()) return;
  }
}

TEST(AvailabilityRandom, agrees_with_the_open_intervals) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  RandomHours random(seed);
  for (int round = 0; round < 300; ++round) {
    WorkingHours week = random.week();
    week.override_state.reset();
    const ZoneTable zone = random.zone();
    const Instant from = random.instant();
    const auto open = open_intervals(week, zone, from, from + days(9));
    for (int probe = 0; probe < 20; ++probe) {
      const Instant at = from + Minutes(random.below(9 * 1440));
      bool inside = false;
      for (const auto& interval : open) inside |= interval.start <= at && at < interval.end;
      EXPECT_EQ(availability_at(week, zone, at).open, inside) << format_utc(at);
    }
    for (std::size_t i = 1; i < open.size(); ++i) EXPECT_LT(open[i - 1].end, open[i].start);
  }
}

/// By the wall clock alone: does a local time lie in an interval of its date or of the night
/// before?
bool open_by_wall_clock(const WorkingHours& week, const LocalTime& local) {
  const auto weekday = [](Date date) {
    return std::chrono::weekday(std::chrono::sys_days(date)).iso_encoding() - 1;
  };
  for (const auto& today : week.week[weekday(local.date)]) {
    const int end = today.end <= today.start ? 1440 : today.end;
    if (today.start <= local.minute && local.minute < end) return true;
  }
  const Date yesterday(std::chrono::sys_days(local.date) - days(1));
  for (const auto& night : week.week[weekday(yesterday)]) {
    if (night.end <= night.start && local.minute < night.end) return true;
  }
  return false;
}

TEST(AvailabilityRandom, agrees_with_the_wall_clock_where_no_change_is_near) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  RandomHours random(seed);
  for (int round = 0; round < 2000; ++round) {
    WorkingHours week = random.week();
    week.has_hours = true;
    week.exceptions.clear();
    week.override_state.reset();
    const ZoneTable zone = random.zone();
    const Instant at = random.instant();
    if (zone.offset_at(at - hours(48)) != zone.offset_at(at + hours(48))) continue;
    EXPECT_EQ(availability_at(week, zone, at).open, open_by_wall_clock(week, to_local(zone, at)))
        << format_utc(at);
  }
}

}  // namespace
}  // namespace handoff
