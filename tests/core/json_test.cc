#include "handoff/json.h"

#include <gtest/gtest.h>

namespace handoff {
namespace {

std::string refusal(std::string_view text, JsonLimits limits = {}) {
  const auto parsed = parse_json(text, limits);
  return parsed.ok() ? "accepted" : parsed.error().fields.at(0).path + "|" + parsed.error().message;
}

TEST(ParseJson, skips_a_leading_byte_order_mark) { EXPECT_TRUE(parse_json("\xEF\xBB\xBF{}").ok()); }

TEST(ParseJson, refuses_a_duplicate_key_and_names_its_path) {
  EXPECT_EQ(refusal(R"({"a": {"b": 1, "b": 2}})"),
            "a.b|this key stands here twice; keep one of them");
}

TEST(ParseJson, accepts_the_same_key_in_sibling_objects) {
  EXPECT_TRUE(parse_json(R"([{"a": 1}, {"a": 2}])").ok());
}

TEST(ParseJson, refuses_more_than_32_levels) {
  EXPECT_TRUE(parse_json(std::string(32, '[') + std::string(32, ']')).ok());
  EXPECT_NE(refusal(std::string(33, '[') + std::string(33, ']')).find("32 levels"),
            std::string::npos);
}

TEST(ParseJson, survives_a_hundred_thousand_brackets) {
  EXPECT_FALSE(parse_json(std::string(100000, '[')).ok());
}

TEST(ParseJson, refuses_invalid_utf8_and_says_where) {
  EXPECT_EQ(refusal("\"a\xFF\""), "|not valid UTF-8 at byte 2; UTF-8 is accepted");
}

TEST(ParseJson, reads_escapes_of_every_length) {
  EXPECT_EQ(dump_json(*parse_json(R"("\u0041\u0000\u00e9\u20ac\ud83d\ude00\n")")),
            "\"A\\u0000\u00e9\u20ac\U0001F600\\n\"");
  EXPECT_FALSE(parse_json(R"("\ud83d")").ok());
  EXPECT_FALSE(parse_json(R"("\ude00")").ok());
}

TEST(ParseJson, names_line_and_column_of_a_slip) {
  EXPECT_EQ(refusal("{\n  \"a\": tru\n}"),
            "|not valid JSON: line 2, column 8: a value was expected");
}

TEST(ParseJson, refuses_trailing_commas_and_trailing_text) {
  EXPECT_FALSE(parse_json("[1,]").ok());
  EXPECT_FALSE(parse_json("{} {}").ok());
}

TEST(ParseJson, takes_comments_only_where_they_are_allowed) {
  EXPECT_FALSE(parse_json("{} // note").ok());
  EXPECT_TRUE(parse_json("{ /* a */ } // note", {.comments = true}).ok());
}

TEST(DumpJson, prints_whole_percentages_without_a_fraction) {
  EXPECT_EQ(dump_json(percent_json(100)), "1");
  EXPECT_EQ(dump_json(percent_json(97)), "0.97");
  EXPECT_EQ(dump_json(percent_json(-62)), "-0.62");
  EXPECT_EQ(dump_json(percent_json(0)), "0");
}

TEST(DumpJson, replaces_invalid_utf8) { EXPECT_EQ(dump_json(Json("a\xFF")), "\"a\xEF\xBF\xBD\""); }

TEST(JsonReader, reports_every_problem_with_its_path) {
  const auto parsed = parse_json(R"({"name": 5, "age": 200, "colour": "red", "nmae": 1})");
  ASSERT_TRUE(parsed.ok());
  std::vector<FieldError> errors;
  JsonReader reader(*parsed, "person", errors);
  reader.string("name");
  reader.integer("age", {0, 150});
  reader.one_of("colour", {"blue", "green"});
  reader.require("id");
  reader.finish();
  ASSERT_EQ(errors.size(), 5u);
  EXPECT_EQ(errors[0], (FieldError{"person.name", "this is a number; a string is accepted"}));
  EXPECT_EQ(errors[1], (FieldError{"person.age", "is 200; a number from 0 to 150 is accepted"}));
  EXPECT_EQ(errors[2],
            (FieldError{"person.colour", "is \"red\"; \"blue\" or \"green\" is accepted"}));
  EXPECT_EQ(errors[3], (FieldError{"person.id", "is missing; it must be given"}));
  EXPECT_EQ(errors[4], (FieldError{"person.nmae", "is not a known key; did you mean \"name\"?"}));
}

TEST(JsonReader, counts_characters_not_bytes) {
  const auto parsed = parse_json(R"({"text": "șțăîâ"})");
  std::vector<FieldError> errors;
  JsonReader reader(*parsed, "", errors);
  EXPECT_TRUE(reader.string("text", 1, 5));
  EXPECT_TRUE(errors.empty());
}

}  // namespace
}  // namespace handoff
