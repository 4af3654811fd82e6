#include "time/zone_table.h"

#include <date/tz.h>
#include <gtest/gtest.h>

#include <random>

namespace handoff {
namespace {

using std::chrono::days;
using std::chrono::hours;

Instant at(const char* text) { return *parse_rfc3339(text); }

const Instant kNow = at("2026-11-23T08:00:00Z");

std::string refusal(const std::string& name) {
  const auto zone = zone_table(name, kNow);
  return zone.ok() ? "taken" : zone.error().message;
}

TEST(ZoneTable, holds_the_changes_of_bucharest) {
  const auto zone = zone_table("Europe/Bucharest", kNow);
  ASSERT_TRUE(zone.ok());
  EXPECT_EQ(zone->name, "Europe/Bucharest");
  EXPECT_EQ(zone->offset_at(at("2027-03-28T00:59:59Z")), hours(2));
  EXPECT_EQ(zone->offset_at(at("2027-03-28T01:00:00Z")), hours(3));
  EXPECT_EQ(zone->offset_at(at("2027-10-31T01:00:00Z")), hours(2));
}

TEST(ZoneTable, goes_on_after_the_list_of_the_zone_file_ends) {
  const auto zone = zone_table("Europe/Bucharest", kNow);
  EXPECT_EQ(zone->offset_at(at("2050-07-01T00:00:00Z")), hours(3));
  EXPECT_EQ(zone->offset_at(at("2050-03-27T00:59:59Z")), hours(2));
  EXPECT_EQ(zone->offset_at(at("2050-03-27T01:00:00Z")), hours(3));
  EXPECT_EQ(zone->offset_at(at("2050-12-01T00:00:00Z")), hours(2));
}

TEST(ZoneTable, is_sorted_and_has_no_span_that_changes_nothing) {
  for (const auto& name : zone_names()) {
    const auto zone = zone_table(name, kNow);
    ASSERT_TRUE(zone.ok()) << name;
    for (std::size_t i = 1; i < zone->spans.size(); ++i) {
      EXPECT_LT(zone->spans[i - 1].from, zone->spans[i].from) << name;
      EXPECT_NE(zone->spans[i - 1].offset, zone->spans[i].offset) << name;
    }
    EXPECT_LT(zone->spans.size(), 200u) << name;
  }
}

TEST(ZoneTable, knows_utc_and_links) {
  EXPECT_TRUE(zone_table("UTC", kNow)->spans.empty());
  EXPECT_EQ(zone_table("Asia/Katmandu", kNow)->offset_at(kNow), Minutes(345));
}

TEST(ZoneTable, refuses_an_unknown_zone_and_names_the_nearest) {
  EXPECT_EQ(refusal("Europe/Bucarest"),
            "no time zone is called \"Europe/Bucarest\"; did you mean \"Europe/Bucharest\"?");
  EXPECT_NE(refusal("europe/bucharest").find("\"Europe/Bucharest\""), std::string::npos);
  EXPECT_NE(refusal("Bucharest").find("\"Europe/Bucharest\""), std::string::npos);
  EXPECT_NE(refusal("Middle/Of/Nowhere").find("is accepted"), std::string::npos);
  for (const char* name : {"", "/etc/passwd", "../../etc/passwd", "zone.tab", "Europe"}) {
    EXPECT_NE(refusal(name), "taken") << name;
  }
}

TEST(ZoneTable, covers_its_years_but_for_the_last_one) {
  EXPECT_TRUE(zone_table_covers(kNow, kNow + days(28 * 366)));
  EXPECT_FALSE(zone_table_covers(kNow, kNow + days(29 * 366)));
  EXPECT_FALSE(zone_table_covers(kNow, kNow - days(2 * 366)));
}

/// What the `date` library makes of a local time, in the core's words.
LocalLookup lookup(const date::time_zone& zone, std::chrono::local_time<Minutes> local) {
  const date::local_seconds time{std::chrono::duration_cast<Seconds>(local.time_since_epoch())};
  const auto info = zone.get_info(time);
  if (info.result == date::local_info::nonexistent) return {info.second.begin, info.second.begin};
  const Instant first{time.time_since_epoch() - info.first.offset};
  if (info.result == date::local_info::unique) return {first, first};
  return {first, Instant{time.time_since_epoch() - info.second.offset}};
}

void expect_same(const date::time_zone& zone, const ZoneTable& table, Instant instant) {
  const auto seconds = std::chrono::floor<Seconds>(instant);
  ASSERT_EQ(table.offset_at(instant), zone.get_info(seconds).offset)
      << table.name << format_utc(instant);
  const auto local = std::chrono::floor<Minutes>(
      std::chrono::local_seconds((seconds + table.offset_at(instant)).time_since_epoch()));
  for (const auto moved : {Minutes(0), Minutes(-30), Minutes(30), Minutes(-61), Minutes(61)}) {
    const auto ours = from_local(table, local + moved);
    const auto theirs = lookup(zone, local + moved);
    ASSERT_EQ(ours.first, theirs.first) << table.name << " " << format_utc(instant);
    ASSERT_EQ(ours.second, theirs.second) << table.name << " " << format_utc(instant);
  }
}

TEST(ZoneTable, agrees_with_the_date_library_in_every_zone_until_2037) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const Instant from = at("2020-01-01T00:00:00Z");
  for (const auto& name : zone_names()) {
    const auto& zone = *date::locate_zone(name);
    const auto table = zone_table(name, at("2022-01-01T00:00:00Z"));
    ASSERT_TRUE(table.ok());
    for (const auto& span : table->spans) {
      if (span.from < from || span.from > at("2037-12-01T00:00:00Z")) continue;
      for (const auto moved : {Seconds(-1), Seconds(0), Seconds(1), Seconds(1800)})
        expect_same(zone, *table, span.from + moved);
    }
    for (int i = 0; i < 10; ++i)
      expect_same(zone, *table, from + Minutes(random() % (17 * 365 * 1440)));
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace handoff
