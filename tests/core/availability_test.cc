#include "handoff/availability.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "handoff/settings_json.h"

namespace handoff {
namespace {

Json fixture(const std::string& name) {
  std::ifstream file(std::string(HANDOFF_FIXTURES) + "/" + name);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  auto parsed = parse_json(text);
  EXPECT_TRUE(parsed.ok()) << name;
  return parsed.ok() ? *parsed : Json::array();
}

WorkingHours hours_of(const char* text) {
  std::vector<FieldError> errors;
  const auto hours = read_working_hours(*parse_json(text), "availability", errors);
  EXPECT_TRUE(errors.empty()) << errors.front().path << ": " << errors.front().message;
  return hours;
}

Instant at(const char* text) { return *parse_rfc3339(text); }

TEST(AvailabilityAt, answers_every_fixture_to_the_byte) {
  const Json cases = fixture("availability.json");
  EXPECT_GE(cases.size(), 60u);
  for (const auto& item : cases) {
    std::vector<FieldError> errors;
    const auto hours = read_working_hours(item["hours"], "hours", errors);
    const auto zone = read_zone_table(item["zone"], "zone", errors);
    ASSERT_TRUE(errors.empty()) << item["name"] << errors.front().message;
    const auto instant = parse_rfc3339(item["at"].get<std::string>());
    ASSERT_TRUE(instant) << item["name"];
    EXPECT_EQ(dump_json(availability_json(availability_at(hours, zone, *instant), zone)),
              item["output"].get<std::string>())
        << item["name"];
  }
}

TEST(AvailabilityAt, is_the_same_after_writing_and_reading_the_hours) {
  for (const auto& item : fixture("availability.json")) {
    std::vector<FieldError> errors;
    const auto hours = read_working_hours(item["hours"], "hours", errors);
    EXPECT_EQ(read_working_hours(working_hours_json(hours), "hours", errors), hours);
    const auto zone = read_zone_table(item["zone"], "zone", errors);
    EXPECT_EQ(read_zone_table(zone_table_json(zone), "zone", errors), zone);
    EXPECT_TRUE(errors.empty()) << item["name"];
  }
}

TEST(NarrowToAgents, makes_available_need_an_agent_and_open_hours) {
  Availability open{.open = true, .available = true};
  EXPECT_TRUE(narrow_to_agents(open, true).available);
  EXPECT_FALSE(narrow_to_agents(open, false).available);
  EXPECT_TRUE(narrow_to_agents(open, false).open);
  EXPECT_FALSE(narrow_to_agents(Availability{}, true).available);
}

TEST(OpenIntervals, are_cut_to_the_span_that_was_asked_for) {
  const auto hours = hours_of(R"({"hours": {"monday": {"start": "09:00", "end": "18:00"}}})");
  const auto open =
      open_intervals(hours, {}, at("2026-11-23T12:00:00Z"), at("2026-11-30T10:00:00Z"));
  ASSERT_EQ(open.size(), 2u);
  EXPECT_EQ(open[0], (OpenInterval{at("2026-11-23T12:00:00Z"), at("2026-11-23T18:00:00Z")}));
  EXPECT_EQ(open[1], (OpenInterval{at("2026-11-30T09:00:00Z"), at("2026-11-30T10:00:00Z")}));
}

TEST(OpenIntervals, leave_the_override_aside) {
  const auto hours = hours_of(R"({"override": {"state": "closed"}})");
  EXPECT_EQ(
      open_intervals(hours, {}, at("2026-11-23T12:00:00Z"), at("2026-11-24T12:00:00Z")).size(), 1u);
}

TEST(OpenIntervals, are_none_in_an_empty_span) {
  const Instant now = at("2026-11-23T12:00:00Z");
  EXPECT_TRUE(open_intervals({}, {}, now, now).empty());
  EXPECT_TRUE(open_intervals({}, {}, now, now - Minutes(1)).empty());
}

}  // namespace
}  // namespace handoff
