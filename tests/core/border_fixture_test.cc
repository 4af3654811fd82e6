#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "handoff/border.h"
#include "handoff/json.h"

/// The same file runs through WebAssembly in Node: what differs there differs from what the server
/// commits.
namespace handoff {
namespace {

Json fixture() {
  std::ifstream file(HANDOFF_FIXTURES "/reduce.json");
  std::stringstream text;
  text << file.rdbuf();
  auto parsed = parse_json(text.str());
  return parsed.ok() ? *parsed : Json::array();
}

TEST(ReduceFixture, holds_every_state_with_every_event) { EXPECT_GE(fixture().size(), 85u); }

TEST(ReduceFixture, every_fold_is_equal_to_the_byte) {
  for (const Json& entry : fixture()) {
    EXPECT_EQ(reduce_border(dump_json(entry["conversation"]), dump_json(entry["event"])),
              entry["output"].get<std::string>())
        << entry["name"];
  }
}

TEST(ReduceBorder, passes_on_what_the_fold_does_not_own) {
  const std::string after = reduce_border(
      R"({"id":"c","site":"s","state":"ai","epoch":1,"as_of_seq":0,"created_at":"2026-11-23T10:00:00Z",)"
      R"("updated_at":"2026-11-23T10:00:00Z","availability":{"open":true}})",
      R"({"seq":1,"type":"hidden"})");
  EXPECT_NE(after.find(R"("availability":{"open":true})"), std::string::npos) << after;
}

TEST(ReduceBorder, refuses_a_hole_and_says_where) {
  const std::string after = reduce_border("null", R"({"seq":3,"type":"hidden"})");
  EXPECT_EQ(after, R"({"error":"event: seq 3 leaves a hole after 0"})");
}

TEST(DetectBorder, compiles_settings_once_and_reads_new_ones) {
  DetectBorder border;
  const std::string line = R"({"text":"refund now"})";
  const std::string keyword = R"({"triggers":{"keywords":[{"phrase":"refund"}]}})";
  EXPECT_NE(border.detect(line, keyword).find(R"("reason":"keyword")"), std::string::npos);
  EXPECT_EQ(border.detect(line, "").find(R"("reason":"keyword")"), std::string::npos);
  EXPECT_EQ(border.detect(line, R"({"triggers":{"keywrds":[]}})").rfind(R"({"error":)", 0), 0u);
}

TEST(AvailabilityBorder, names_what_is_wrong) {
  EXPECT_NE(availability_border("{}", R"({"name":"UTC","spans":[]})", "today").find("RFC 3339"),
            std::string::npos);
}

}  // namespace
}  // namespace handoff
