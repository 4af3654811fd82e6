#include "cli_availability.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "support/fake_clock.h"

namespace handoff {
namespace {

struct Outcome {
  int code;
  std::string out, err;
};

class CliAvailability : public ::testing::Test {
 protected:
  CliAvailability() {
    auto read = read_settings(R"({"availability": {"timezone": "Europe/Bucharest", "hours": {
        "monday": {"start": "09:00", "end": "18:00"}, "tuesday": {"start": "09:00", "end": "18:00"}}}})");
    EXPECT_TRUE(read.errors.empty());
    config_.settings = std::move(read.settings);
  }

  Outcome run(const std::optional<std::string>& at, const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out, err;
    const int code = run_availability(config_, at, clock_, in, out, err);
    return {code, out.str(), err.str()};
  }

  Config config_;
  FakeClock clock_{*parse_rfc3339("2026-11-23T16:00:00Z")};
};

const std::string kMonday =
    R"({"at":"2026-11-23T10:00:00+02:00","open":true,"available":true,"closes_at":"2026-11-23T18:00:00+02:00","opens_at":null,"reason":"hours"})"
    "\n";

TEST_F(CliAvailability, answers_for_one_instant) {
  const auto done = run("2026-11-23T08:00:00Z");
  EXPECT_EQ(done.code, 0);
  EXPECT_EQ(done.out, kMonday);
  EXPECT_EQ(done.err, "");
}

TEST_F(CliAvailability, answers_for_now_without_an_instant) {
  EXPECT_EQ(run(std::nullopt).out,
            R"({"at":"2026-11-23T18:00:00+02:00","open":false,"available":false,"closes_at":null,)"
            R"("opens_at":"2026-11-24T09:00:00+02:00","reason":"hours"})"
            "\n");
}

TEST_F(CliAvailability, refuses_a_bad_instant) {
  const auto done = run("yesterday");
  EXPECT_EQ(done.code, 2);
  EXPECT_EQ(done.out, "");
  EXPECT_EQ(done.err,
            "handoff: --at: \"yesterday\" is not an instant; RFC 3339 such as 2026-11-23T08:00:00Z "
            "is accepted\n");
}

TEST_F(CliAvailability, answers_every_line_and_goes_on_after_a_bad_one) {
  const auto done = run("-", "2026-11-23T08:00:00Z\r\n\"x\xFF\n\n2026-11-23T08:00:00Z");
  EXPECT_EQ(done.code, 0);
  const std::string accepted =
      "is not an instant; RFC 3339 such as 2026-11-23T08:00:00Z is accepted\"}\n";
  EXPECT_EQ(done.out, kMonday + "{\"at\":\"\\\"x\xEF\xBF\xBD\",\"error\":\"" + accepted +
                          "{\"at\":\"\",\"error\":\"" + accepted + kMonday);
}

TEST_F(CliAvailability, answers_nothing_to_no_line) {
  const auto done = run("-");
  EXPECT_EQ(done.code, 0);
  EXPECT_EQ(done.out, "");
}

TEST_F(CliAvailability, knows_the_zone_of_far_years_in_any_order) {
  const auto done = run(
      "-",
      "2060-07-05T07:00:00Z\n1985-07-08T07:00:00Z\n2026-11-23T08:00:00Z\n2039-07-04T07:00:00Z\n");
  EXPECT_NE(done.out.find("\"2060-07-05T10:00:00+03:00\",\"open\":true"), std::string::npos)
      << done.out;
  EXPECT_NE(done.out.find("\"1985-07-08T10:00:00+03:00\",\"open\":true"), std::string::npos)
      << done.out;
  EXPECT_NE(done.out.find("\"2039-07-04T10:00:00+03:00\",\"open\":true"), std::string::npos)
      << done.out;
  EXPECT_NE(done.out.find(kMonday), std::string::npos);
}

TEST_F(CliAvailability, agrees_with_the_fixtures_on_the_systems_time_zones) {
  std::ifstream file(HANDOFF_FIXTURES "/availability.json");
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const auto cases = parse_json(text);
  ASSERT_TRUE(cases.ok());
  for (const auto& item : *cases) {
    // Morocco announces its changes late: the answer depends on the age of the computer's tzdata.
    if (item["zone"]["name"] == "Africa/Casablanca") continue;
    std::vector<FieldError> errors;
    config_.settings.availability = read_working_hours(item["hours"], "", errors);
    EXPECT_EQ(run(item["at"].get<std::string>()).out, item["output"].get<std::string>() + "\n")
        << item["name"];
  }
}

}  // namespace
}  // namespace handoff
