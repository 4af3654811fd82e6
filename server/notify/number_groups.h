#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "notify/plain_letters.h"

/// Numbers as people write them: digits in groups, with spaces, dashes, dots and brackets between.
/// Pure.
namespace handoff {

struct DigitGroup {
  std::size_t begin = 0;  ///< in characters, [begin, end)
  std::size_t end = 0;
  std::string digits = {};
  std::string before = {};  ///< what stands between the group before and this one; first: nothing
};

/// Groups that may be one number.
using NumberGroups = std::vector<DigitGroup>;

/// All of them, from left to right; no two of them touch.
std::vector<NumberGroups> number_groups_of(const PlainLetters& text);

/// The digits of the groups `[first, last]` together.
std::string joined_digits(const NumberGroups& groups, std::size_t first, std::size_t last);

}  // namespace handoff
