#include "ai/character.h"

#include <algorithm>
#include <iterator>

#include "handoff/utf8.h"

namespace handoff {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr Range kPictographs[] = {
    {0xA9, 0xA9},     {0xAE, 0xAE},     {0x203C, 0x203C}, {0x2049, 0x2049},
    {0x2122, 0x2122}, {0x2139, 0x2139}, {0x2190, 0x21FF}, {0x2300, 0x23FF},
    {0x2460, 0x24FF}, {0x25A0, 0x27BF}, {0x2900, 0x297F}, {0x2B00, 0x2BFF},
    {0x3030, 0x3030}, {0x303D, 0x303D}, {0x3297, 0x3299}, {0x1F000, 0x1FAFF}};

constexpr Range kJoiningLetters[] = {{0x600, 0x8FF},   {0x900, 0xDFF},   {0x1000, 0x109F},
                                     {0x1780, 0x18AF}, {0xA840, 0xA97F}, {0xFB50, 0xFDFF},
                                     {0xFE70, 0xFEFC}};

constexpr Range kCombiningMarks[] = {{0x300, 0x36F},   {0x483, 0x489},   {0x1AB0, 0x1AFF},
                                     {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}};

constexpr Range kHidden[] = {
    {0xAD, 0xAD},       {0x34F, 0x34F},   {0x61C, 0x61C},   {0x115F, 0x1160},   {0x17B4, 0x17B5},
    {0x180B, 0x180F},   {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F},   {0x2800, 0x2800},
    {0x3164, 0x3164},   {0xE000, 0xF8FF}, {0xFDD0, 0xFDEF}, {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},
    {0xE0000, 0x10FFFF}};

template <std::size_t N>
bool is_in(const Range (&ranges)[N], char32_t c) {
  const auto after =
      std::upper_bound(std::begin(ranges), std::end(ranges), c,
                       [](char32_t value, Range range) { return value < range.first; });
  return after != std::begin(ranges) && c <= std::prev(after)->last;
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1, true};
  const std::string_view unit = first_code_points(text.substr(at, 4), 1);
  if (unit.size() < 2) return {0, 1, false};
  char32_t value = lead & (0x7Fu >> unit.size());
  for (const char c : unit.substr(1))
    value = (value << 6) | (static_cast<unsigned char>(c) & 0x3Fu);
  return {value, unit.size(), true};
}

bool is_pictograph(char32_t c) { return is_in(kPictographs, c); }
bool is_joining_letter(char32_t c) { return is_in(kJoiningLetters, c); }
bool is_combining_mark(char32_t c) { return is_in(kCombiningMarks, c); }
bool is_hidden(char32_t c) { return is_in(kHidden, c) || (c & 0xFFFE) == 0xFFFE; }

}  // namespace handoff
