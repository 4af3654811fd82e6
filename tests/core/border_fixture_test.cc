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

constexpr std::string_view kRefundKeyword = R"({"triggers":{"keywords":[{"phrase":"refund"}]}})";

bool names_keyword(const std::string& verdict) {
  return verdict.find(R"("reason":"keyword")") != std::string::npos;
}

TEST(DetectBorder, keeps_settings_until_it_is_given_others) {
  DetectBorder border;
  const std::string line = R"({"text":"refund now"})";
  EXPECT_FALSE(names_keyword(border.detect(line)));
  EXPECT_EQ(border.settings(kRefundKeyword), "");
  EXPECT_TRUE(names_keyword(border.detect(line)));
  EXPECT_TRUE(names_keyword(border.detect(line)));
  EXPECT_EQ(border.settings("null"), "");
  EXPECT_FALSE(names_keyword(border.detect(line)));
}

TEST(DetectBorder, settings_with_an_error_change_nothing) {
  DetectBorder border;
  border.settings(kRefundKeyword);
  EXPECT_EQ(border.settings(R"({"triggers":{"keywrds":[]}})").rfind(R"({"error":"settings: )", 0),
            0u);
  EXPECT_TRUE(names_keyword(border.detect(R"({"text":"refund now"})")));
}

TEST(DetectBorder, judges_a_bare_text_as_the_line_with_it) {
  DetectBorder border;
  border.settings(kRefundKeyword);
  for (const std::string text : {"", "refund", "I want to talk to a \"human\", please",
                                 "vreau să vorbesc cu un om 🙏", "a\nb\tc\\"}) {
    EXPECT_EQ(border.detect_text(text), border.detect(dump_json({{"text", text}}))) << text;
  }
}

TEST(AvailabilityBorder, names_what_is_wrong) {
  EXPECT_NE(availability_border("{}", R"({"name":"UTC","spans":[]})", "today").find("RFC 3339"),
            std::string::npos);
}

}  // namespace
}  // namespace handoff
