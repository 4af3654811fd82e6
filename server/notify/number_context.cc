#include "notify/number_context.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace handoff {
namespace {

constexpr int kWordsBack = 4;

/// Whole words, or the beginning of words where a star stands.
template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::any_of(list.begin(), list.end(), [word](std::string_view entry) {
    if (entry.back() != '*') return word == entry;
    entry.remove_suffix(1);
    return word.substr(0, entry.size()) == entry;
  });
}

bool names_a_phone(std::string_view word) {
  static constexpr std::array<std::string_view, 13> kWords{
      "phone*", "tel",   "telefon*", "telephone*", "call",     "mobil*", "cell",
      "fax",    "suna*", "sms",      "whatsapp*",  "contact*", "apel*"};
  return is_one_of(word, kWords);
}

bool names_a_thing(std::string_view word) {
  static constexpr std::array<std::string_view, 22> kWords{
      "order*", "comand*", "comenz*",  "invoice*", "factur*",   "ticket*", "tichet*",  "awb",
      "colet*", "parcel*", "product*", "produs*",  "tracking*", "model*",  "version*", "versiun*",
      "build",  "seri*",   "sku",      "isbn",     "part",      "ref*"};
  return is_one_of(word, kWords);
}

/// What may stand between such a word and its number.
bool leads_on(std::string_view word) {
  static constexpr std::array<std::string_view, 13> kWords{
      "number*", "numar*", "num\x02r*", "nr", "no",  "id", "code",
      "cod",     "is",     "este",      "my", "mea", "meu"};
  return is_one_of(word, kWords);
}

bool names_a_currency(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kWords{"lei", "ron",     "eur", "euro",
                                                          "usd", "dollar*", "gbp", "chf"};
  return is_one_of(word, kWords);
}

/// The word that ends before `at`, which moves to its beginning; empty: a sentence or its part
/// begins here.
std::string_view word_before(const PlainLetters& text, std::size_t& at) {
  const std::string_view ends = "\n,;!?";
  while (at > 0 && !is_word_letter(text[at - 1]) && ends.find(text[at - 1]) == ends.npos) --at;
  const std::size_t end = at;
  while (is_word_letter(text[at - 1])) --at;
  return std::string_view(text.letters).substr(at, end - at);
}

std::string_view word_behind(const PlainLetters& text, std::size_t at) {
  if (text[at] == ' ') ++at;
  std::size_t end = at;
  while (is_word_letter(text[end])) ++end;
  return std::string_view(text.letters).substr(std::min(at, text.size()), end - at);
}

bool is_amount(const PlainLetters& text, std::size_t begin, std::size_t end) {
  const std::size_t sign = text[begin - 1] == ' ' ? begin - 2 : begin - 1;
  if (text[sign] == '$' || text[end] == '%') return true;
  if (text[end] == '$' || (text[end] == ' ' && text[end + 1] == '$')) return true;
  return names_a_currency(word_before(text, begin)) || names_a_currency(word_behind(text, end));
}

/// Something such as `INV-00123456`, `#123`, `/orders/123`, `x=123`.
bool is_part_of_a_name(const PlainLetters& text, std::size_t begin, std::size_t end) {
  const char before = text[begin - 1];
  if (before == '-' || before == '/') return is_word_letter(text[begin - 2]);
  return is_word_letter(before) || before == '#' || before == '_' || before == '=' ||
         is_word_letter(text[end]) || text[end] == '_';
}

SaidToBe by_words_before(const PlainLetters& text, std::size_t at) {
  bool leading_on = true;
  for (int i = 0; i < kWordsBack; ++i) {
    const std::string_view word = word_before(text, at);
    if (word.empty()) break;
    if (names_a_phone(word)) return SaidToBe::kPhone;
    if (leading_on && names_a_thing(word)) return SaidToBe::kOfOurs;
    leading_on = leading_on && leads_on(word);
  }
  return SaidToBe::kNothing;
}

}  // namespace

SaidToBe said_to_be(const PlainLetters& text, std::size_t begin, std::size_t end) {
  if (is_part_of_a_name(text, begin, end)) return SaidToBe::kOfOurs;
  if (is_amount(text, begin, end)) return SaidToBe::kAmount;
  return by_words_before(text, begin);
}

}  // namespace handoff
