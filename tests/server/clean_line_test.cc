#include "notify/clean_line.h"

#include <gtest/gtest.h>

#include <random>

#include "handoff/utf8.h"

namespace handoff::testing {
namespace {

TEST(CleanLine, keeps_an_ordinary_text) {
  EXPECT_EQ(clean_line("Îmi puteți da banii înapoi? 🙏", 100), "Îmi puteți da banii înapoi? 🙏");
  EXPECT_EQ(clean_line("", 10), "");
}

TEST(CleanLine, makes_one_space_of_white_space_and_control_characters) {
  EXPECT_EQ(clean_line("  a\r\n\t b\x01\x7F   c \n", 100), "a b c");
  EXPECT_EQ(clean_line("a\u00A0\u2003\u2028\u2029\u0085\u3000b", 100), "a b");
  EXPECT_EQ(clean_line(std::string_view("a\0b", 3), 100), "a b");
}

TEST(CleanLine, leaves_out_what_turns_the_direction_of_writing) {
  EXPECT_EQ(clean_line("\u202Eabc\u2066def\u2069\u200F", 100), "abcdef");
}

TEST(CleanLine, keeps_what_joins_an_emoji) { EXPECT_EQ(clean_line("👩\u200D🔧", 10), "👩\u200D🔧"); }

TEST(CleanLine, counts_characters_and_shows_that_it_cut) {
  EXPECT_EQ(clean_line("ăîșț", 4), "ăîșț");
  EXPECT_EQ(clean_line("ăîșțâ", 4), "ăîș…");
  EXPECT_EQ(clean_line("abc de", 4), "abc…");
}

TEST(CleanLine, never_exceeds_its_length_and_never_holds_a_line_break) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (auto size = random() % 60; size > 0; --size) text += static_cast<char>(random() % 256);
    const std::size_t max = 1 + random() % 20;
    const std::string line = clean_line(text, max);
    ASSERT_LE(code_points(line), max);
    ASSERT_EQ(line.find_first_of("\r\n\t"), std::string::npos);
    ASSERT_EQ(line.find("  "), std::string::npos);
  }
}

}  // namespace
}  // namespace handoff::testing
