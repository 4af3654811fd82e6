#include "notify/number_groups.h"

namespace handoff {
namespace {

constexpr std::string_view kBetween = " -./()";
constexpr std::size_t kMostBetween = 3;

DigitGroup group_at(const PlainLetters& text, std::size_t begin) {
  DigitGroup group{.begin = begin, .end = begin};
  while (is_digit(text[group.end])) group.digits += text[group.end++];
  return group;
}

bool continues(std::string_view between) {
  return between.size() <= kMostBetween &&
         between.find_first_not_of(kBetween) == std::string_view::npos;
}

}  // namespace

std::vector<NumberGroups> number_groups_of(const PlainLetters& text) {
  std::vector<NumberGroups> all;
  std::size_t last_end = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    DigitGroup group = group_at(text, at);
    std::string between = text.letters.substr(last_end, at - last_end);
    if (all.empty() || !continues(between)) {
      all.emplace_back();
    } else {
      group.before = std::move(between);
    }
    at = last_end = group.end;
    all.back().push_back(std::move(group));
  }
  return all;
}

std::string joined_digits(const NumberGroups& groups, std::size_t first, std::size_t last) {
  std::string digits;
  for (std::size_t i = first; i <= last; ++i) digits += groups[i].digits;
  return digits;
}

}  // namespace handoff
