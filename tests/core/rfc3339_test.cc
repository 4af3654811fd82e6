#include <gtest/gtest.h>

#include <random>

#include "handoff/time.h"

namespace handoff {
namespace {

using std::chrono::hours;

std::string through(const char* text) {
  const auto at = parse_rfc3339(text);
  return at ? format_utc(*at) : "refused";
}

TEST(ParseRfc3339, reads_utc_and_offsets) {
  EXPECT_EQ(through("2026-11-23T08:00:00Z"), "2026-11-23T08:00:00Z");
  EXPECT_EQ(through("2026-11-23T08:00:00+02:00"), "2026-11-23T06:00:00Z");
  EXPECT_EQ(through("2026-11-23T08:00:00-05:30"), "2026-11-23T13:30:00Z");
  EXPECT_EQ(through("2026-11-23T08:00:00-00:00"), "2026-11-23T08:00:00Z");
  EXPECT_EQ(through("2026-11-23t08:00:00z"), "2026-11-23T08:00:00Z");
}

TEST(ParseRfc3339, cuts_digits_past_milliseconds) {
  EXPECT_EQ(through("2026-11-23T08:00:00.25Z"), "2026-11-23T08:00:00.250Z");
  EXPECT_EQ(through("2026-11-23T08:00:00.9999999999999999Z"), "2026-11-23T08:00:00.999Z");
  EXPECT_EQ(through("2026-11-23T08:00:00.000Z"), "2026-11-23T08:00:00Z");
}

TEST(ParseRfc3339, counts_a_leap_second_as_the_next_second) {
  EXPECT_EQ(through("2016-12-31T23:59:60Z"), "2017-01-01T00:00:00Z");
  EXPECT_EQ(through("2017-01-01T01:59:60+02:00"), "2017-01-01T00:00:00Z");
}

TEST(ParseRfc3339, knows_the_calendar) {
  EXPECT_EQ(through("2028-02-29T00:00:00Z"), "2028-02-29T00:00:00Z");
  EXPECT_EQ(through("2026-02-29T00:00:00Z"), "refused");
  EXPECT_EQ(through("2026-04-31T00:00:00Z"), "refused");
}

TEST(ParseRfc3339, reads_the_first_and_the_last_year) {
  EXPECT_EQ(through("0000-01-01T00:00:00Z"), "0000-01-01T00:00:00Z");
  EXPECT_EQ(through("9999-12-31T23:59:59.999Z"), "9999-12-31T23:59:59.999Z");
}

TEST(ParseRfc3339, refuses_everything_else) {
  for (const char* text : {"",
                           "2026-11-23",
                           "2026-11-23T08:00:00",
                           "2026-11-23T08:00Z",
                           "2026-11-23 08:00:00Z",
                           "2026-11-23T08:00:00+0200",
                           "2026-11-23T08:00:00+2:00",
                           "2026-11-23T08:00:00.Z",
                           "2026-11-23T24:00:00Z",
                           "2026-11-23T08:60:00Z",
                           "2026-11-23T08:00:61Z",
                           "2026-13-01T08:00:00Z",
                           "2026-00-01T08:00:00Z",
                           "2026-11-00T08:00:00Z",
                           "26-11-23T08:00:00Z",
                           "+2026-11-23T08:00:00Z",
                           "2026-11-23T08:00:00Z ",
                           " 2026-11-23T08:00:00Z",
                           "2026-11-23T08:00:00ZZ",
                           "2026-11-23T08:00:00+24:00",
                           "2026-11-23T08:00:00+02:60",
                           "1795420800",
                           "now",
                           "2026-1-23T08:00:00Z"}) {
    EXPECT_EQ(through(text), "refused") << text;
  }
}

TEST(ParseRfc3339, survives_arbitrary_bytes) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::string alphabet = "0123456789-:TZ+. \xFF";
  for (int round = 0; round < 20000; ++round) {
    std::string text = "2026-11-23T08:00:00Z";
    for (int i = 0; i < 3; ++i) text[random() % text.size()] = alphabet[random() % alphabet.size()];
    const auto at = parse_rfc3339(text);
    if (!at) continue;
    EXPECT_EQ(parse_rfc3339(format_utc(*at)), at) << text;
  }
}

TEST(FormatInZone, prints_the_offset_of_the_instant) {
  const Instant at = *parse_rfc3339("2026-11-23T08:00:00.250Z");
  EXPECT_EQ(format_in_zone({}, at), "2026-11-23T08:00:00.250+00:00");
  EXPECT_EQ(format_in_zone({"x", {{at, hours(2)}}}, at), "2026-11-23T10:00:00.250+02:00");
  EXPECT_EQ(format_in_zone({"x", {{at, -Minutes(210)}}}, at), "2026-11-23T04:30:00.250-03:30");
}

TEST(FormatInZone, stays_exact_when_an_offset_has_seconds) {
  const Instant at = *parse_rfc3339("1900-01-01T00:00:00Z");
  for (const Seconds offset : {Seconds(6264), Seconds(-2670)}) {
    EXPECT_EQ(parse_rfc3339(format_in_zone({"x", {{at, offset}}}, at)), at);
  }
}

}  // namespace
}  // namespace handoff
