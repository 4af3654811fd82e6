#include "ai/canary.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "ai/character.h"

namespace handoff {
namespace {

constexpr std::size_t kShortest = 6;
constexpr char kBase64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The ASCII letter or digit that `c` looks like, in lower case; 0 for everything else.
char plain_letter(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;                     // full width
  if (c >= 0x1D400 && c <= 0x1D6A3) c = 'a' + (c - 0x1D400) % 26;  // mathematical letters
  if (c >= 0x1D7CE && c <= 0x1D7FF) c = '0' + (c - 0x1D7CE) % 10;  // mathematical digits
  if (c >= 0x24B6 && c <= 0x24E9) c = 'a' + (c - 0x24B6) % 26;     // circled letters
  if (c >= 0x80) return 0;
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 ? static_cast<char>(std::tolower(byte)) : '\0';
}

std::string letters_and_digits(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (const char letter = plain_letter(c.value); letter != 0) out += letter;
    at += c.size;
  }
  return out;
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool two = text[at] == '%' && at + 2 < text.size();
    const int high = two ? hex_value(text[at + 1]) : -1;
    const int low = two ? hex_value(text[at + 2]) : -1;
    if (high < 0 || low < 0) {
      out += text[at];
    } else {
      out += static_cast<char>(high * 16 + low);
      at += 2;
    }
  }
  return out;
}

/// Without the numbers of list items and the `0x` of bytes, whose digits are none of the canary's.
std::string without_markers(std::string_view text) {
  std::string out;
  bool fresh = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t end = at;
    while (fresh && end < text.size() && end < at + 3 && is_digit(text[end])) ++end;
    if (end > at && end < text.size() && (text[end] == '.' || text[end] == ')')) {
      at = end;
    } else if ((text[at] == '0' || text[at] == '\\') && at + 1 < text.size() &&
               (text[at + 1] | 0x20) == 'x') {
      ++at;
    } else {
      out += text[at];
    }
    fresh = at < text.size() && (text[at] == '\n' || (fresh && text[at] == ' '));
  }
  return out;
}

/// The characters of base64 that `bytes` alone decide when `before` other bytes precede them.
std::string base64_core(std::string_view bytes, std::size_t before) {
  const std::string padded = std::string(before, '\0') + std::string(bytes) + std::string(2, '\0');
  std::string out;
  const std::size_t last = (before + bytes.size()) * 8 / 6;
  for (std::size_t i = (before * 8 + 5) / 6; i < last; ++i) {
    const std::size_t bit = i * 6;
    const auto byte = [&](std::size_t n) { return static_cast<unsigned char>(padded[n]); };
    const unsigned pair = byte(bit / 8) * 256u + byte(bit / 8 + 1);
    out += kBase64[pair >> (10 - bit % 8) & 63];
  }
  return out;
}

std::string hexadecimal(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += "0123456789abcdef"[byte / 16];
    out += "0123456789abcdef"[byte % 16];
  }
  return out;
}

std::string in_case(std::string_view text, int (*change)(int)) {
  std::string out;
  for (const char c : text) out += static_cast<char>(change(static_cast<unsigned char>(c)));
  return out;
}

/// The forms to look for, as letters and digits in lower case.
std::vector<std::string> forms_of(std::string_view canary) {
  const std::string reversed(canary.rbegin(), canary.rend());
  std::vector<std::string> forms = {letters_and_digits(canary), letters_and_digits(reversed)};
  for (const std::string& base : {std::string(canary), reversed}) {
    for (const std::string& bytes :
         {base, in_case(base, std::tolower), in_case(base, std::toupper)}) {
      for (std::size_t before = 0; before < 3; ++before)
        forms.push_back(letters_and_digits(base64_core(bytes, before)));
      forms.push_back(hexadecimal(bytes));
    }
  }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

}  // namespace

bool repeats_canary(std::string_view text, std::string_view canary) {
  if (canary.empty()) return false;
  if (text.find(canary) != std::string_view::npos) return true;
  if (letters_and_digits(canary).size() < kShortest) return false;
  const auto forms = forms_of(canary);
  for (const std::string& read :
       {letters_and_digits(text), letters_and_digits(percent_decoded(text)),
        letters_and_digits(without_markers(text))}) {
    for (const std::string& form : forms) {
      if (read.find(form) != std::string::npos) return true;
    }
  }
  return false;
}

}  // namespace handoff
