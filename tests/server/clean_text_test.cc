#include "notify/clean_text.h"

#include <gtest/gtest.h>

#include <random>

#include "handoff/utf8.h"

namespace handoff::testing {
namespace {

TEST(OneLine, keeps_an_ordinary_text) {
  EXPECT_EQ(one_line("Îmi puteți da banii înapoi? 🙏", 100), "Îmi puteți da banii înapoi? 🙏");
  EXPECT_EQ(one_line("", 10), "");
}

TEST(OneLine, makes_every_white_space_one_space) {
  EXPECT_EQ(one_line(" a\r\n\r\n b\t\u00A0c\u2028d\u3000e ", 100), "a b c d e");
}

TEST(OneLine, takes_out_what_changes_how_the_rest_is_read) {
  EXPECT_EQ(one_line("pay\u202Egpj.exe\u2066x\u2069\u200B\u200F\uFEFFz", 100), "paygpj.exexz");
  EXPECT_EQ(one_line(std::string_view("a\0b\x1b\x7f\u009Bc", 8), 100), "abc");
}

TEST(OneLine, keeps_what_joins_letters_and_emoji) {
  EXPECT_EQ(one_line("👩‍🔧 می‌خواهم ❤️", 100),
            "👩‍🔧 می‌خواهم ❤️");
}

TEST(OneLine, repairs_broken_bytes_and_cuts_between_characters) {
  EXPECT_EQ(one_line("a\xff\xc3", 100), "a\uFFFD\uFFFD");
  EXPECT_EQ(one_line("șșșș", 4), "șșșș");
  EXPECT_EQ(one_line("șșșșș", 4), "șșș…");
  EXPECT_EQ(one_line("one two three", 5), "one…");
}

TEST(OneLine, never_exceeds_its_length_and_never_holds_a_line_break) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (auto size = random() % 60; size > 0; --size) text += static_cast<char>(random() % 256);
    const std::size_t max = 1 + random() % 20;
    const std::string line = one_line(text, max);
    ASSERT_LE(code_points(line), max);
    ASSERT_EQ(line.find_first_of("\r\n\t"), std::string::npos);
    ASSERT_EQ(line.find("  "), std::string::npos);
  }
}

}  // namespace
}  // namespace handoff::testing
