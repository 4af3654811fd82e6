#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// A text with one plain byte a character, so that patterns are looked for in one spelling.
namespace handoff {

inline constexpr char kForeignLetter = '\x02';  ///< a letter that ASCII does not have
inline constexpr char kForeignSign = '\x01';    ///< anything else that it does not have

/// Digits of any script are `0` to `9`, dashes `-`, spaces on a line ` `, signs of currencies `$`,
/// letters small; the rest of ASCII stays. A value.
struct PlainLetters {
  explicit PlainLetters(std::string_view text);

  std::string letters;
  std::vector<std::size_t> at;  ///< the byte of the text where each begins; one more for its end

  std::size_t size() const { return letters.size(); }
  /// NUL before the beginning and behind the end.
  char operator[](std::size_t i) const { return i < letters.size() ? letters[i] : '\0'; }
};

bool is_digit(char c);
/// A letter, a digit or a foreign letter.
bool is_word_letter(char c);

}  // namespace handoff
