#include "handoff/callback.h"

#include <gtest/gtest.h>

#include "handoff/settings_json.h"

namespace handoff {
namespace {

WorkingHours hours_of(const std::string& text) {
  std::vector<FieldError> errors;
  const auto hours = read_working_hours(*parse_json(text), "availability", errors);
  EXPECT_TRUE(errors.empty()) << errors.front().path << ": " << errors.front().message;
  return hours;
}

const std::string kWeek = R"("hours": {
  "monday": {"start": "09:00", "end": "18:00"}, "tuesday": {"start": "09:00", "end": "18:00"},
  "wednesday": {"start": "09:00", "end": "18:00"}, "thursday": {"start": "09:00", "end": "18:00"},
  "friday": {"start": "09:00", "end": "18:00"}})";

std::string deadline(const std::string& hours, const char* now, int within_hours,
                     CallbackCount count = CallbackCount::kWorking) {
  return format_utc(callback_deadline(hours_of("{" + hours + "}"), {}, *parse_rfc3339(now),
                                      std::chrono::hours(within_hours), count));
}

TEST(CallbackDeadline, counts_open_time_from_now) {
  EXPECT_EQ(deadline(kWeek, "2026-11-23T10:00:00Z", 4), "2026-11-23T14:00:00Z");
}

TEST(CallbackDeadline, goes_on_when_the_team_opens_again) {
  EXPECT_EQ(deadline(kWeek, "2026-11-23T16:00:00Z", 4), "2026-11-24T11:00:00Z");
  EXPECT_EQ(deadline(kWeek, "2026-11-27T17:30:00Z", 4), "2026-11-30T12:30:00Z");
  EXPECT_EQ(deadline(kWeek, "2026-11-28T03:00:00Z", 4), "2026-11-30T13:00:00Z");
}

TEST(CallbackDeadline, may_be_the_minute_of_closing) {
  EXPECT_EQ(deadline(kWeek, "2026-11-23T14:00:00Z", 4), "2026-11-23T18:00:00Z");
}

TEST(CallbackDeadline, counts_plain_time_by_the_clock) {
  EXPECT_EQ(deadline(kWeek, "2026-11-27T17:30:00Z", 4, CallbackCount::kClock),
            "2026-11-27T21:30:00Z");
}

TEST(CallbackDeadline, leaves_closed_exceptions_out) {
  EXPECT_EQ(deadline(kWeek + R"(, "exceptions": [{"date": "2026-11-24", "closed": true}])",
                     "2026-11-23T16:00:00Z", 4),
            "2026-11-25T11:00:00Z");
}

TEST(CallbackDeadline, waits_for_the_end_of_an_override_closed) {
  EXPECT_EQ(
      deadline(kWeek + R"(, "override": {"state": "closed", "until": "2026-11-23T15:00:00Z"})",
               "2026-11-23T10:00:00Z", 4),
      "2026-11-24T10:00:00Z");
}

TEST(CallbackDeadline, gets_nothing_from_an_override_open) {
  EXPECT_EQ(deadline(kWeek + R"(, "override": {"state": "open"})", "2026-11-28T10:00:00Z", 4),
            "2026-11-30T13:00:00Z");
}

TEST(CallbackDeadline, counts_clock_time_when_nothing_opens_within_a_year) {
  EXPECT_EQ(deadline(R"("hours": {})", "2026-11-28T10:00:00Z", 4), "2026-11-28T14:00:00Z");
  EXPECT_EQ(deadline(kWeek + R"(, "override": {"state": "closed"})", "2026-11-28T10:00:00Z", 4),
            "2026-11-28T14:00:00Z");
  EXPECT_EQ(
      deadline(kWeek + R"(, "override": {"state": "closed", "until": "2028-01-01T00:00:00Z"})",
               "2026-11-28T10:00:00Z", 4),
      "2026-11-28T14:00:00Z");
}

TEST(CallbackDeadline, looks_beyond_a_year_when_open_time_is_rare) {
  const std::string rare =
      R"("hours": {}, "exceptions": [{"date": "05-09", "hours": {"start": "10:00", "end": "11:00"}}])";
  EXPECT_EQ(deadline(rare, "2026-11-28T10:00:00Z", 3), "2029-05-09T11:00:00Z");
}

TEST(CallbackDeadline, ends_its_search_when_open_time_never_suffices) {
  const std::string rare =
      R"("hours": {}, "exceptions": [{"date": "05-09", "hours": {"start": "10:00", "end": "10:01"}}])";
  const auto hours = hours_of("{" + rare + "}");
  const Instant now = *parse_rfc3339("2026-11-28T10:00:00Z");
  const Instant found =
      callback_deadline(hours, {}, now, std::chrono::hours(720), CallbackCount::kWorking);
  EXPECT_GT(found, now + std::chrono::years(29));
  EXPECT_LT(found, now + std::chrono::years(32));
}

TEST(CallbackDeadline, is_always_clock_time_for_a_team_that_never_closes) {
  EXPECT_EQ(deadline("", "2026-11-28T10:00:00Z", 720), "2026-12-28T10:00:00Z");
}

}  // namespace
}  // namespace handoff
