#include "fold.h"

#include "handoff/utf8.h"

namespace handoff {
namespace {

struct Range {
  char32_t first;
  char32_t last;
  CharClass kind;
};

/// Beyond ASCII, in ascending order; what is not listed is a letter.
constexpr Range kRanges[] = {
    {0x80, 0xA0, CharClass::kSeparator},      {0xA1, 0xA1, CharClass::kClauseMark},
    {0xA2, 0xA9, CharClass::kSeparator},      {0xAB, 0xAC, CharClass::kSeparator},
    {0xAD, 0xAD, CharClass::kIgnored},        {0xAE, 0xB3, CharClass::kSeparator},
    {0xB4, 0xB4, CharClass::kApostrophe},     {0xB6, 0xB9, CharClass::kSeparator},
    {0xBB, 0xBE, CharClass::kSeparator},      {0xBF, 0xBF, CharClass::kClauseMark},
    {0xD7, 0xD7, CharClass::kSeparator},      {0xF7, 0xF7, CharClass::kSeparator},
    {0x2B9, 0x2BF, CharClass::kApostrophe},   {0x300, 0x36F, CharClass::kIgnored},
    {0x37E, 0x37E, CharClass::kClauseMark},   {0x61F, 0x61F, CharClass::kClauseMark},
    {0x1680, 0x1680, CharClass::kSeparator},  {0x2000, 0x200A, CharClass::kSeparator},
    {0x200B, 0x200F, CharClass::kIgnored},    {0x2010, 0x2012, CharClass::kSeparator},
    {0x2013, 0x2015, CharClass::kClauseMark}, {0x2016, 0x2017, CharClass::kSeparator},
    {0x2018, 0x2019, CharClass::kApostrophe}, {0x201A, 0x2025, CharClass::kSeparator},
    {0x2026, 0x2026, CharClass::kClauseMark}, {0x2027, 0x2027, CharClass::kSeparator},
    {0x2028, 0x2029, CharClass::kClauseMark}, {0x202A, 0x202E, CharClass::kIgnored},
    {0x202F, 0x203B, CharClass::kSeparator},  {0x203C, 0x203D, CharClass::kClauseMark},
    {0x203E, 0x205F, CharClass::kSeparator},  {0x2060, 0x206F, CharClass::kIgnored},
    {0x2070, 0x20CF, CharClass::kSeparator},  {0x20D0, 0x20FF, CharClass::kIgnored},
    {0x2190, 0x25FF, CharClass::kSeparator},  {0x2600, 0x27BF, CharClass::kSymbol},
    {0x27C0, 0x2BFF, CharClass::kSeparator},  {0x3000, 0x3000, CharClass::kSeparator},
    {0x3001, 0x3002, CharClass::kClauseMark}, {0x3003, 0x303F, CharClass::kSeparator},
    {0x3040, 0x30FF, CharClass::kSymbol},     {0x3400, 0x9FFF, CharClass::kSymbol},
    {0xF900, 0xFAFF, CharClass::kSymbol},     {0xFE00, 0xFE0F, CharClass::kIgnored},
    {0xFEFF, 0xFEFF, CharClass::kIgnored},    {0xFF01, 0xFF01, CharClass::kClauseMark},
    {0xFF02, 0xFF06, CharClass::kSeparator},  {0xFF07, 0xFF07, CharClass::kApostrophe},
    {0xFF08, 0xFF0B, CharClass::kSeparator},  {0xFF0C, 0xFF0C, CharClass::kClauseMark},
    {0xFF0D, 0xFF0D, CharClass::kSeparator},  {0xFF0E, 0xFF0E, CharClass::kClauseMark},
    {0xFF0F, 0xFF0F, CharClass::kSeparator},  {0xFF10, 0xFF19, CharClass::kDigit},
    {0xFF1A, 0xFF1A, CharClass::kSeparator},  {0xFF1B, 0xFF1B, CharClass::kClauseMark},
    {0xFF1F, 0xFF1F, CharClass::kClauseMark}, {0xFFFD, 0xFFFD, CharClass::kSymbol},
    {0x1F000, 0x1F3FA, CharClass::kSymbol},   {0x1F3FB, 0x1F3FF, CharClass::kIgnored},
    {0x1F400, 0x1FAFF, CharClass::kSymbol},   {0x20000, 0x3FFFF, CharClass::kSymbol},
    {0xE0000, 0xE01EF, CharClass::kIgnored},
};

CharClass ascii_class(char32_t c) {
  if (c >= '0' && c <= '9') return CharClass::kDigit;
  if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return CharClass::kLetter;
  switch (c) {
    case '\'':
    case '`':
      return CharClass::kApostrophe;
    case '.':
    case ',':
    case ';':
    case '!':
    case '?':
    case '\n':
    case '\r':
      return CharClass::kClauseMark;
    default:
      return CharClass::kSeparator;
  }
}

/// U+00C0..U+017F without accents; `*` stands for two letters or none, see `fold`.
constexpr char kLatin[] =
    "aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
    "lllnnnnnnn**oooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(sizeof(kLatin) == 0x180 - 0xC0 + 1);

Folded one(char c) { return {{c, 0}, 1, 0}; }
Folded two(char a, char b) { return {{a, b}, 2, 0}; }

Folded fold_latin(char32_t c) {
  switch (c) {
    case 0xC6:
    case 0xE6:
      return two('a', 'e');
    case 0xDF:
      return two('s', 's');
    case 0xDE:
    case 0xFE:
      return two('t', 'h');
    case 0x132:
    case 0x133:
      return two('i', 'j');
    case 0x14A:
    case 0x14B:
      return two('n', 'g');
    case 0x152:
    case 0x153:
      return two('o', 'e');
    default:
      return one(kLatin[c - 0xC0]);
  }
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1, true};
  const std::string_view unit = first_code_points(text.substr(at, 4), 1);
  if (unit.size() < 2) return {0xFFFD, 1, false};
  char32_t value = lead & (0x7Fu >> unit.size());
  for (const char c : unit.substr(1))
    value = (value << 6) | (static_cast<unsigned char>(c) & 0x3Fu);
  return {value, static_cast<std::uint32_t>(unit.size()), true};
}

CharClass class_of(char32_t c) {
  if (c < 0x80) return ascii_class(c);
  std::size_t low = 0;
  std::size_t high = sizeof(kRanges) / sizeof(kRanges[0]);
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (c < kRanges[middle].first) {
      high = middle;
    } else if (c > kRanges[middle].last) {
      low = middle + 1;
    } else {
      return kRanges[middle].kind;
    }
  }
  return CharClass::kLetter;
}

Folded fold(char32_t c) {
  if (c < 0x80) return one(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
  if (c >= 0xC0 && c < 0x180) return fold_latin(c);
  if (c == 0x218 || c == 0x219) return one('s');
  if (c == 0x21A || c == 0x21B) return one('t');
  if (c >= 0x1CD && c <= 0x1DC) return one("aaiioouuuuuuuuuu"[c - 0x1CD]);
  if (c >= 0x391 && c <= 0x3A9) return {{0, 0}, 0, c + 32};
  if (c >= 0x400 && c <= 0x40F) return {{0, 0}, 0, c + 80};
  if (c >= 0x410 && c <= 0x42F) return {{0, 0}, 0, c + 32};
  if (c >= 0xFF10 && c <= 0xFF19) return one(static_cast<char>(c - 0xFF10 + '0'));
  if (c >= 0xFF21 && c <= 0xFF3A) return one(static_cast<char>(c - 0xFF21 + 'a'));
  if (c >= 0xFF41 && c <= 0xFF5A) return one(static_cast<char>(c - 0xFF41 + 'a'));
  return {{0, 0}, 0, c};
}

bool is_capital(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
  if (c >= 0x100 && c < 0x138) return c % 2 == 0;
  return c == 0x15E || c == 0x162 || c == 0x218 || c == 0x21A || (c >= 0x410 && c <= 0x42F);
}

}  // namespace handoff
