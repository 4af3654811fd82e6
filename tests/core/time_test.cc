#include "handoff/time.h"

#include <gtest/gtest.h>

namespace handoff {
namespace {

using std::chrono::hours;
using std::chrono::local_days;

Instant at(const char* text) { return *parse_rfc3339(text); }

/// Two hours east, three from April to October: 2026-03-29 03:00 -> 04:00 and 2026-10-25 04:00 ->
/// 03:00.
ZoneTable bucharest() {
  return {"Europe/Bucharest",
          {{at("2025-10-26T01:00:00Z"), hours(2)},
           {at("2026-03-29T01:00:00Z"), hours(3)},
           {at("2026-10-25T01:00:00Z"), hours(2)}}};
}

LocalLookup lookup(const ZoneTable& zone, std::chrono::year_month_day date, int hour, int minute) {
  return from_local(zone, local_days(date) + Minutes(hour * 60 + minute));
}

constexpr auto kSpring = std::chrono::year(2026) / 3 / 29;
constexpr auto kAutumn = std::chrono::year(2026) / 10 / 25;

TEST(ZoneTable, without_spans_is_utc) {
  EXPECT_EQ(ZoneTable{}.offset_at(at("2026-11-23T08:00:00Z")), Seconds(0));
  EXPECT_EQ(lookup({}, kSpring, 3, 30).first, at("2026-03-29T03:30:00Z"));
}

TEST(ZoneTable, takes_the_offset_from_the_instant_of_the_change) {
  EXPECT_EQ(bucharest().offset_at(at("2026-03-29T00:59:59.999Z")), hours(2));
  EXPECT_EQ(bucharest().offset_at(at("2026-03-29T01:00:00Z")), hours(3));
}

TEST(ZoneTable, holds_its_first_and_last_offset_for_ever) {
  EXPECT_EQ(bucharest().offset_at(at("1900-01-01T00:00:00Z")), hours(2));
  EXPECT_EQ(bucharest().offset_at(at("2900-07-01T00:00:00Z")), hours(2));
}

TEST(ToLocal, counts_the_minutes_of_the_local_day) {
  const LocalTime local = to_local(bucharest(), at("2026-07-01T21:59:59.999Z"));
  EXPECT_EQ(local.date, std::chrono::year(2026) / 7 / 2);
  EXPECT_EQ(local.minute, 59);
}

TEST(ToLocal, handles_instants_before_1970) {
  const LocalTime local = to_local({}, at("1969-12-31T23:59:59.999Z"));
  EXPECT_EQ(local.date, std::chrono::year(1969) / 12 / 31);
  EXPECT_EQ(local.minute, 24 * 60 - 1);
}

TEST(FromLocal, gives_one_instant_on_ordinary_days) {
  const auto found = lookup(bucharest(), kSpring, 9, 0);
  EXPECT_EQ(found.first, at("2026-03-29T06:00:00Z"));
  EXPECT_EQ(found.second, found.first);
}

TEST(FromLocal, takes_every_time_in_a_gap_as_its_end) {
  for (const int minute : {0, 1, 59}) {
    const auto found = lookup(bucharest(), kSpring, 3, minute);
    EXPECT_EQ(found.first, at("2026-03-29T01:00:00Z"));
    EXPECT_EQ(found.second, at("2026-03-29T01:00:00Z"));
  }
  EXPECT_EQ(lookup(bucharest(), kSpring, 2, 59).second, at("2026-03-29T00:59:00Z"));
  EXPECT_EQ(lookup(bucharest(), kSpring, 4, 0).first, at("2026-03-29T01:00:00Z"));
}

TEST(FromLocal, gives_both_occurrences_in_a_fold) {
  const auto found = lookup(bucharest(), kAutumn, 3, 30);
  EXPECT_EQ(found.first, at("2026-10-25T00:30:00Z"));
  EXPECT_EQ(found.second, at("2026-10-25T01:30:00Z"));
  EXPECT_EQ(lookup(bucharest(), kAutumn, 2, 59).second, at("2026-10-24T23:59:00Z"));
  EXPECT_EQ(lookup(bucharest(), kAutumn, 4, 0).first, at("2026-10-25T02:00:00Z"));
}

TEST(FromLocal, takes_a_day_that_was_left_out_as_its_end) {
  const ZoneTable apia{
      "Pacific/Apia",
      {{at("2011-09-24T14:00:00Z"), hours(-10)}, {at("2011-12-30T10:00:00Z"), hours(14)}}};
  EXPECT_EQ(lookup(apia, std::chrono::year(2011) / 12 / 30, 9, 0).first,
            at("2011-12-30T10:00:00Z"));
  EXPECT_EQ(lookup(apia, std::chrono::year(2011) / 12 / 31, 9, 0).first,
            at("2011-12-30T19:00:00Z"));
}

}  // namespace
}  // namespace handoff
