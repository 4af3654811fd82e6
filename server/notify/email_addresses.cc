#include <algorithm>
#include <optional>

#include "notify/personal_data.h"

namespace handoff {
namespace {

bool is_local_letter(char c) {
  return is_word_letter(c) || std::string_view("._%+'-").find(c) != std::string_view::npos;
}

bool is_domain_letter(char c) { return is_word_letter(c) || c == '-'; }

bool is_ending(std::string_view label) {
  const bool letters = std::none_of(label.begin(), label.end(), is_digit);
  return label.size() >= 2 && (letters || label.substr(0, 4) == "xn--");
}

std::size_t local_begin(const PlainLetters& text, std::size_t at_sign) {
  std::size_t begin = at_sign;
  while (begin > 0 && is_local_letter(text[begin - 1])) --begin;
  while (begin < at_sign && !is_word_letter(text[begin])) ++begin;
  return begin;
}

/// The end of the longest host name behind the `@`.
std::optional<std::size_t> domain_end(const PlainLetters& text, std::size_t begin) {
  std::optional<std::size_t> end;
  for (std::size_t label = begin;;) {
    std::size_t at = label;
    while (is_domain_letter(text[at])) ++at;
    const std::string_view name = std::string_view(text.letters).substr(label, at - label);
    if (label != begin && is_ending(name)) end = at;
    if (name.empty() || text[at] != '.') return end;
    label = at + 1;
  }
}

}  // namespace

std::vector<PersonalData> find_email_addresses(const PlainLetters& text) {
  std::vector<PersonalData> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '@') continue;
    const std::size_t begin = local_begin(text, at);
    const auto end = domain_end(text, at + 1);
    if (begin >= at || !end) continue;
    // `a@b.example@c.example` is one piece: the second would begin inside the first.
    if (!found.empty() && begin < found.back().end) {
      found.back().end = *end;
    } else {
      found.push_back({PersonalData::Kind::kEmail, begin, *end});
    }
  }
  return found;
}

}  // namespace handoff
