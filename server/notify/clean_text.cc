#include "notify/clean_text.h"

#include <algorithm>
#include <array>

#include "handoff/utf8.h"
#include "notify/characters.h"

namespace handoff {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool holds(const std::array<Range, N>& ranges, char32_t value) {
  return std::any_of(ranges.begin(), ranges.end(), [value](const Range& range) {
    return range.first <= value && value <= range.last;
  });
}

bool is_space(char32_t value) {
  static constexpr std::array<Range, 10> kSpaces{{{0x09, 0x0D},
                                                  {0x20, 0x20},
                                                  {0x85, 0x85},
                                                  {0xA0, 0xA0},
                                                  {0x1680, 0x1680},
                                                  {0x2000, 0x200A},
                                                  {0x2028, 0x2029},
                                                  {0x202F, 0x202F},
                                                  {0x205F, 0x205F},
                                                  {0x3000, 0x3000}}};
  return holds(kSpaces, value);
}

bool is_unseen(char32_t value) {
  static constexpr std::array<Range, 13> kUnseen{{{0x00, 0x1F},
                                                  {0x7F, 0x9F},
                                                  {0xAD, 0xAD},          // soft hyphen
                                                  {0x061C, 0x061C},      // Arabic letter mark
                                                  {0x180E, 0x180E},      // Mongolian separator
                                                  {0x200B, 0x200B},      // zero-width space
                                                  {0x200E, 0x200F},      // direction marks
                                                  {0x202A, 0x202E},      // embeddings, overrides
                                                  {0x2060, 0x206F},      // joiner, isolates
                                                  {0xFEFF, 0xFEFF},      // byte order mark
                                                  {0xFFF9, 0xFFFB},      // annotations
                                                  {0xFFFE, 0xFFFF},      // no characters
                                                  {0xE0000, 0xE007F}}};  // tags
  return holds(kUnseen, value);
}

/// Without the last character where the text was longer.
std::string cut(std::string text, std::size_t most) {
  if (code_points(text) <= most) return text;
  text.resize(first_code_points(text, most == 0 ? 0 : most - 1).size());
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text + "…";
}

}  // namespace

std::string one_line(std::string_view text, std::size_t most) {
  std::string out;
  for (const Character& character : characters_of(text)) {
    if (is_space(character.value)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (!is_unseen(character.value)) {
      append_utf8(out, character.value);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return cut(std::move(out), most);
}

}  // namespace handoff
