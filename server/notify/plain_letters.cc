#include "notify/plain_letters.h"

#include <algorithm>
#include <array>

#include "notify/characters.h"

namespace handoff {
namespace {

/// Where ten digits in a row begin: Arabic, Persian, Devanagari, full width.
constexpr std::array<char32_t, 4> kZeros{0x0660, 0x06F0, 0x0966, 0xFF10};

bool is_dash(char32_t value) {
  return (value >= 0x2010 && value <= 0x2015) || value == 0x2212 || value == 0xFF0D;
}

bool is_space(char32_t value) {
  return value == '\t' || value == 0xA0 || (value >= 0x2000 && value <= 0x200A) ||
         value == 0x202F || value == 0x3000;
}

bool is_currency(char32_t value) {
  return (value >= 0xA2 && value <= 0xA5) || (value >= 0x20A0 && value <= 0x20CF);
}

/// Latin, Greek and Cyrillic with all their marks. In other scripts words are not set apart by
/// spaces, and a number among them stands alone.
bool is_letter(char32_t value) { return value >= 0xC0 && value < 0x0590; }

char plain_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

char plain(char32_t value) {
  if (is_dash(value)) return '-';
  if (is_space(value)) return ' ';
  if (is_currency(value)) return '$';
  if (value < 0x80) return plain_ascii(static_cast<char>(value));
  const auto zero = std::find_if(kZeros.begin(), kZeros.end(), [value](char32_t first) {
    return value >= first && value < first + 10;
  });
  if (zero != kZeros.end()) return static_cast<char>('0' + (value - *zero));
  return is_letter(value) ? kForeignLetter : kForeignSign;
}

}  // namespace

PlainLetters::PlainLetters(std::string_view text) {
  for (const Character& character : characters_of(text)) {
    letters += plain(character.value);
    at.push_back(static_cast<std::size_t>(character.bytes.data() - text.data()));
  }
  at.push_back(text.size());
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word_letter(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || c == kForeignLetter; }

}  // namespace handoff
