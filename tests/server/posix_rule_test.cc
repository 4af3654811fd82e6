#include "time/posix_rule.h"

#include <date/tz.h>
#include <gtest/gtest.h>

#include "time/zone_table.h"
#include "time/zone_tail.h"

namespace handoff {
namespace {

using std::chrono::hours;

Instant at(const char* text) { return *parse_rfc3339(text); }

std::string spans_of(const std::string& rule, const char* from, const char* to) {
  std::vector<ZoneTable::Span> spans;
  append_by_rule(rule, at(from), at(to), spans);
  std::string out;
  for (const auto& span : spans)
    out += format_utc(span.from) + " " + std::to_string(span.offset.count()) + "\n";
  return out;
}

TEST(PosixRule, reads_weekdays_of_a_month) {
  EXPECT_EQ(
      spans_of("EET-2EEST,M3.5.0/3,M10.5.0/4", "2050-01-01T00:00:00Z", "2051-01-01T00:00:00Z"),
      "2050-01-01T00:00:00Z 7200\n2050-03-27T01:00:00Z 10800\n2050-10-30T01:00:00Z 7200\n");
}

TEST(PosixRule, reads_the_south_where_summer_holds_at_new_year) {
  EXPECT_EQ(spans_of("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2050-01-01T00:00:00Z",
                     "2050-12-01T00:00:00Z"),
            "2050-01-01T00:00:00Z 39600\n2050-04-02T15:00:00Z 37800\n2050-10-01T15:30:00Z 39600\n");
}

TEST(PosixRule, reads_a_summer_time_that_is_behind_and_times_before_midnight) {
  EXPECT_EQ(parse_posix_rule("IST-1GMT0,M10.5.0,M3.5.0/1")->summer->offset, hours(0));
  EXPECT_EQ(
      spans_of("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2050-01-01T00:00:00Z", "2050-05-01T00:00:00Z"),
      "2050-01-01T00:00:00Z -7200\n2050-03-27T01:00:00Z -3600\n");
}

TEST(PosixRule, reads_days_of_the_year) {
  const auto rule = parse_posix_rule("XXX3YYY,J60/0,59/0");
  ASSERT_TRUE(rule);
  const auto day = [](const PosixChange& change, int year) {
    return Date(std::chrono::floor<std::chrono::days>(change_in(change, std::chrono::year(year))));
  };
  EXPECT_EQ(day(rule->summer->begin, 2027), std::chrono::year(2027) / 3 / 1);
  EXPECT_EQ(day(rule->summer->begin, 2028), std::chrono::year(2028) / 3 / 1);
  EXPECT_EQ(day(rule->summer->end, 2027), std::chrono::year(2027) / 3 / 1);
  EXPECT_EQ(day(rule->summer->end, 2028), std::chrono::year(2028) / 2 / 29);
}

TEST(PosixRule, reads_one_offset_for_ever) {
  EXPECT_EQ(spans_of("<+0545>-5:45", "2050-01-01T00:00:00Z", "2090-01-01T00:00:00Z"),
            "2050-01-01T00:00:00Z 20700\n");
}

TEST(PosixRule, refuses_everything_else) {
  for (const char* text :
       {"", "EE-2", "EET", "EET-25", "EET-2EEST", "EET-2EEST,M3.5.0", "EET-2EEST,M13.5.0,M10.5.0",
        "EET-2EEST,M3.6.0,M10.5.0", "EET-2EEST,M3.5.7,M10.5.0", "EET-2EEST,M3.5.0,M10.5.0 ",
        "<EET-2", "EET-2EEST,M3.5.0/168,M10.5.0", "EET-2EEST,J0,J365", "EET-2EEST,0,366"}) {
    EXPECT_FALSE(parse_posix_rule(text)) << text;
  }
}

/// The changes of `zone` in the span as the `date` library lists them.
std::vector<ZoneTable::Span> listed(const date::time_zone& zone, Instant from, Instant to) {
  std::vector<ZoneTable::Span> out;
  for (Instant instant = from; instant < to;) {
    const auto info = zone.get_info(std::chrono::floor<Seconds>(instant));
    append_span(out, {instant, info.offset});
    instant = info.end;
  }
  return out;
}

TEST(PosixRule, is_understood_for_every_zone_and_agrees_with_its_list) {
  const Instant from = at("2031-01-15T00:00:00Z");  // nearer years may hold exceptions
  const Instant to = at("2037-12-15T00:00:00Z");
  int compared = 0;
  for (const auto& name : zone_names()) {
    const auto text = rule_of_zone(name);
    if (!text) continue;
    ASSERT_TRUE(parse_posix_rule(*text)) << name << " " << *text;
    const auto& zone = *date::locate_zone(name);
    const Instant last =
        zone.get_info(std::chrono::floor<Seconds>(at("2100-01-01T00:00:00Z"))).begin;
    // Lists that end earlier have no more changes; those that end later hold what the rule cannot
    // say.
    if (last < at("2037-01-01T00:00:00Z") || last > to) continue;
    std::vector<ZoneTable::Span> spans;
    append_by_rule(*text, from, to, spans);
    EXPECT_EQ(spans, listed(zone, from, to)) << name << " " << *text;
    ++compared;
  }
  EXPECT_GT(compared, 100);
}

}  // namespace
}  // namespace handoff
