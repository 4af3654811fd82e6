#include "notify/clean_line.h"

#include <algorithm>
#include <array>

#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr std::string_view kCut = "\u2026";

bool is_between(std::string_view sign, std::string_view first, std::string_view last) {
  return sign.size() == first.size() && first <= sign && sign <= last;
}

/// ASCII's and Unicode's control characters, spaces of every width, ends of lines and paragraphs.
bool is_blank(std::string_view sign) {
  const auto byte = static_cast<unsigned char>(sign[0]);
  if (sign.size() == 1) return byte <= 0x20 || byte == 0x7F;
  return is_between(sign, "\u0080", "\u00A0") || is_between(sign, "\u2000", "\u200A") ||
         is_between(sign, "\u2028", "\u2029") || sign == "\u202F" || sign == "\u205F" ||
         sign == "\u3000" || sign == "\u1680";
}

bool turns_direction(std::string_view sign) {
  return is_between(sign, "\u202A", "\u202E") || is_between(sign, "\u2066", "\u2069") ||
         is_between(sign, "\u200E", "\u200F") || sign == "\u061C";
}

/// The first sign of a text that is not empty; an ill-formed byte is one.
std::string_view first_sign(std::string_view text) { return first_code_points(text, 1); }

}  // namespace

std::string clean_line(std::string_view text, std::size_t max) {
  std::string out;
  bool blank = false;
  std::size_t count = 0;
  while (!text.empty()) {
    const std::string_view sign = first_sign(text);
    text.remove_prefix(sign.size());
    if (turns_direction(sign)) continue;
    if (is_blank(sign)) {
      blank = count > 0;
      continue;
    }
    if (blank) out += ' ';
    count += blank ? 2 : 1;
    blank = false;
    out += sign;
    if (count > max) return std::string(first_code_points(out, max - 1)).append(kCut);
  }
  return out;
}

}  // namespace handoff
