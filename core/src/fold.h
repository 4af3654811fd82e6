#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Code points: how they are read from bytes, what they are, and what they fold to. Pure tables.
namespace handoff {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  ///< bytes read; at least 1
  bool valid = true;       ///< false: one ill-formed byte
};

/// REQUIRES: `at < text.size()`.
CodePoint code_point_at(std::string_view text, std::size_t at);

enum class CharClass : std::uint8_t {
  kSeparator,   ///< ends a word
  kClauseMark,  ///< ends a word and a clause
  kLetter,
  kDigit,
  kApostrophe,  ///< dropped inside a word
  kIgnored,     ///< dropped everywhere: joiners, soft hyphens, combining accents
  kSymbol,      ///< a word of its own: emoji, ideographs, ill-formed bytes
};

CharClass class_of(char32_t c);

/// Lower case without accents. At most two bytes of ASCII for Latin letters (`ß` -> `ss`); `size` 0
/// means that the code point `other` stands for itself.
struct Folded {
  char ascii[2] = {0, 0};
  std::uint8_t size = 0;
  char32_t other = 0;
};
Folded fold(char32_t c);

bool is_capital(char32_t c);

}  // namespace handoff
