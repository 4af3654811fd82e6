#pragma once

#include <cstddef>
#include <string_view>

namespace handoff {

/// One code point of a text that may hold any bytes.
struct Character {
  char32_t value = 0;    ///< 0 for a byte that belongs to no well-formed sequence
  std::size_t size = 1;  ///< in bytes
  bool valid = true;
};

/// REQUIRES: `at < text.size()`.
Character character_at(std::string_view text, std::size_t at);

/// What may stand at either side of a joiner in an emoji made of several, or before a variation
/// selector.
bool is_pictograph(char32_t c);

/// Letters that U+200C and U+200D shape: Arabic and its relatives, the scripts of India and of
/// South-East Asia.
bool is_joining_letter(char32_t c);

/// A mark that is drawn over the letter before it, in Latin, Greek and Cyrillic.
bool is_combining_mark(char32_t c);

/// Nothing is seen of it, or it moves what is seen: formatting, bidirectional, tag and private-use
/// characters, fillers, noncharacters.
bool is_hidden(char32_t c);

}  // namespace handoff
