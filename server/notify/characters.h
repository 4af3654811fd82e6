#pragma once

#include <string_view>
#include <vector>

/// Text as a list of Unicode's characters, for those who look at each of them. Pure.
namespace handoff {

struct Character {
  std::string_view bytes;  ///< where it stands in the text
  char32_t value = 0;      ///< U+FFFD for a byte that is not well-formed UTF-8
};

/// Every byte of `text` is in one of them. The text outlives them.
std::vector<Character> characters_of(std::string_view text);

}  // namespace handoff
