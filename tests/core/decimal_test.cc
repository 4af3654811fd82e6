#include "decimal.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <limits>
#include <random>
#include <string>

namespace handoff {
namespace {

/// The C library is the peer: it is correct, and not in the browser.
void expect_equal_to_strtod(const std::string& text) {
  const auto ours = double_from(text);
  ASSERT_TRUE(ours) << text;
  EXPECT_EQ(*ours, std::strtod(text.c_str(), nullptr)) << text;
}

TEST(DoubleFrom, reads_what_people_write) {
  for (const char* text : {"0", "-0", "0.97", "1e3", "1E-3", "123456.789", "-62.5", "0.1", "1e22"})
    expect_equal_to_strtod(text);
}

TEST(DoubleFrom, is_exact_where_digits_are_many_or_numbers_extreme) {
  for (const char* text :
       {"0.30000000000000004", "9007199254740993", "9007199254740992.5", "1e23",
        "2.2250738585072011e-308", "4.9e-324", "2.4e-324", "1.7976931348623157e308",
        "123456789012345678901234567890", "0.000000000000000000000000000001234567890123456789"})
    expect_equal_to_strtod(text);
}

TEST(DoubleFrom, gives_nothing_for_what_no_double_holds) {
  EXPECT_FALSE(double_from("1e309"));
  EXPECT_FALSE(double_from("-1e999999999"));
  EXPECT_EQ(double_from("1e-999999999"), 0.0);
}

TEST(DoubleFrom, agrees_with_the_c_library_on_random_numbers) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 3000; ++round) {
    std::string text = random() % 2 == 0 ? "-" : "";
    text += static_cast<char>('1' + random() % 9);
    for (auto digits = random() % 25; digits > 0; --digits)
      text += static_cast<char>('0' + random() % 10);
    if (random() % 2 == 0) {
      text += '.';
      for (auto digits = 1 + random() % 25; digits > 0; --digits)
        text += static_cast<char>('0' + random() % 10);
    }
    if (random() % 2 == 0) text += "e" + std::to_string(static_cast<int>(random() % 600) - 330);
    if (double_from(text)) expect_equal_to_strtod(text);
  }
}

}  // namespace
}  // namespace handoff
