#include <gtest/gtest.h>

#include "handoff/settings_json.h"

namespace handoff {
namespace {

std::string errors_of(const char* text) {
  std::vector<FieldError> errors;
  read_zone_table(*parse_json(text), "zone", errors);
  std::string out;
  for (const auto& error : errors) out += error.path + ": " + error.message + "\n";
  return out;
}

TEST(ZoneJson, reads_seconds_and_offsets) {
  std::vector<FieldError> errors;
  const auto zone = read_zone_table(
      *parse_json(
          R"({"name": "Europe/Bucharest", "spans": [[1761440400, 7200], [1774746000, 10800]]})"),
      "", errors);
  EXPECT_TRUE(errors.empty());
  ASSERT_EQ(zone.spans.size(), 2u);
  EXPECT_EQ(format_utc(zone.spans[1].from), "2026-03-29T01:00:00Z");
  EXPECT_EQ(zone.spans[1].offset, std::chrono::hours(3));
}

TEST(ZoneJson, writes_what_it_reads) {
  const char* text = R"({"name":"Europe/Bucharest","spans":[[-5,7200],[1774746000,-10800]]})";
  std::vector<FieldError> errors;
  EXPECT_EQ(dump_json(zone_table_json(read_zone_table(*parse_json(text), "", errors))), text);
  EXPECT_EQ(dump_json(zone_table_json({})), R"({"name":"UTC","spans":[]})");
}

TEST(ZoneJson, refuses_what_is_no_table) {
  EXPECT_EQ(errors_of(R"({"spans": [[5, 0], [5, 3600]]})"),
            "zone.spans[1]: is not after the span before it; rising times are accepted\n");
  for (const char* span :
       {"[1]", "[1, 2, 3]", "[1.5, 0]", "[0, 93601]", "[0, \"2\"]", "[18446744073709551615, 0]",
        "[-9223372036854775808, 0]", "{}", "null"}) {
    EXPECT_NE(errors_of((std::string(R"({"spans": [)") + span + "]}").c_str()), "") << span;
  }
  EXPECT_NE(errors_of("[]"), "");
  EXPECT_NE(errors_of(R"({"offsets": []})"), "");
}

}  // namespace
}  // namespace handoff
