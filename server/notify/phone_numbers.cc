#include <algorithm>
#include <optional>

#include "notify/number_context.h"
#include "notify/number_groups.h"
#include "notify/personal_data.h"

namespace handoff {
namespace {

constexpr std::size_t kFewestDigits = 7;
constexpr std::size_t kMostDigits = 15;     // E.164
constexpr std::size_t kMostWithZeros = 17;  // the same behind 00
constexpr std::size_t kMostNational = 12;

int value_of(const std::string& digits) { return digits.size() > 4 ? -1 : std::stoi(digits); }

bool is_between(const std::string& digits, int low, int high) {
  return value_of(digits) >= low && value_of(digits) <= high;
}

bool is_year(const std::string& digits) {
  return digits.size() == 2 || (digits.size() == 4 && is_between(digits, 1900, 2099));
}

/// Day, month and year, in the orders that people use.
bool is_date(const std::string& a, const std::string& b, const std::string& c) {
  const bool year_first =
      a.size() == 4 && is_year(a) && is_between(b, 1, 12) && is_between(c, 1, 31);
  const bool day_first = is_between(a, 1, 31) && is_between(b, 1, 12) && is_year(c);
  const bool month_first = is_between(a, 1, 12) && is_between(b, 1, 31) && is_year(c);
  return year_first || day_first || month_first;
}

/// True when the same sign alone stands before each of the `count` groups behind `first`.
bool are_tied(const NumberGroups& groups, std::size_t first, std::size_t count, char sign) {
  if (first + count >= groups.size()) return false;
  for (std::size_t i = first + 1; i <= first + count; ++i) {
    if (groups[i].before != std::string(1, sign)) return false;
  }
  return true;
}

/// How many groups from here are a date: `01022026`, `23.11.2026`; 0: none.
std::size_t groups_of_date(const NumberGroups& groups, std::size_t first) {
  const std::string& one = groups[first].digits;
  if (one.size() == 8) return is_date(one.substr(0, 2), one.substr(2, 2), one.substr(4)) ? 1 : 0;
  for (const char sign : {'.', '-', '/', ' '}) {
    if (!are_tied(groups, first, 2, sign) || are_tied(groups, first, 3, sign)) continue;
    if (is_date(one, groups[first + 1].digits, groups[first + 2].digits)) return 3;
  }
  return 0;
}

/// How many groups from here are an IP address (IPv4); 0: none.
std::size_t groups_of_ip_address(const NumberGroups& groups, std::size_t first) {
  if (!are_tied(groups, first, 3, '.') || are_tied(groups, first, 4, '.')) return 0;
  for (std::size_t i = first; i < first + 4; ++i) {
    if (groups[i].digits.size() > 3) return 0;
  }
  return 4;
}

/// The last group that fits with those before it into `most` digits.
std::optional<std::size_t> end_within(const NumberGroups& groups, std::size_t first,
                                      std::size_t most) {
  std::size_t last = first;
  std::size_t digits = groups[first].digits.size();
  for (std::size_t next = first + 1; next < groups.size(); ++next) {
    const std::size_t more = groups[next].digits.size();
    if (digits + more > most || groups[next].before == " - ") break;
    if (groups_of_date(groups, next) > 0) break;
    digits += more;
    last = next;
  }
  return digits >= kFewestDigits && digits <= most ? std::optional(last) : std::nullopt;
}

/// 3-3-4, with or without a 1 before it.
std::optional<std::size_t> north_american_end(const NumberGroups& groups, std::size_t first) {
  if (groups[first].digits == "1") ++first;
  if (first + 2 >= groups.size()) return std::nullopt;
  const bool fits = groups[first].digits.size() == 3 && groups[first + 1].digits.size() == 3 &&
                    groups[first + 2].digits.size() == 4 && groups[first].digits[0] >= '2';
  return fits ? std::optional(first + 2) : std::nullopt;
}

bool has_trunk_prefix(const std::string& digits) {
  return digits.size() >= 2 && digits[0] == '0' && digits[1] != '0';
}

bool has_country_prefix(const std::string& digits) {
  return digits.substr(0, 2) == "00" && (digits.size() == 2 || digits[2] != '0');
}

/// What a phone number might be that begins with this group.
struct Reading {
  std::optional<std::size_t> last = std::nullopt;  ///< group
  bool needs_a_word = false;                       ///< looks like any other number
};

class PhoneNumberAt {
 public:
  PhoneNumberAt(const PlainLetters& text, const NumberGroups& groups, std::size_t first)
      : text_(text), groups_(groups), first_(first), begin_(groups[first].begin) {
    while (text_[begin_ - 1] == '(' || text_[begin_ - 1] == '+') --begin_;
  }

  bool has_plus() const {
    const auto before =
        std::string_view(text_.letters).substr(begin_, groups_[first_].begin - begin_);
    return before.find('+') != before.npos && !is_word_letter(text_[begin_ - 1]);
  }

  /// The last group, where it is one.
  std::optional<std::size_t> last_group() const {
    const Reading reading = read();
    if (!reading.last || is_cut_from_more(groups_[*reading.last].end)) return std::nullopt;
    switch (said_to_be(text_, begin_, groups_[*reading.last].end)) {
      case SaidToBe::kPhone:
        return reading.last;
      case SaidToBe::kNothing:
        return reading.needs_a_word ? std::nullopt : reading.last;
      case SaidToBe::kOfOurs:
        return has_plus() ? reading.last : std::nullopt;
      case SaidToBe::kAmount:
        break;
    }
    return std::nullopt;
  }

  /// Where it begins, the plus included, and the bracket where that is closed inside.
  std::size_t begin(std::size_t last_group) const {
    const std::size_t first_digit = groups_[first_].begin;
    const auto closing = text_.letters.find(')', first_digit);
    if (closing < groups_[last_group].begin) return begin_;
    return has_plus() ? text_.letters.rfind('+', first_digit) : first_digit;
  }

 private:
  Reading read() const {
    const std::string& digits = groups_[first_].digits;
    if (has_plus()) return {end_within(groups_, first_, kMostDigits)};
    if (has_country_prefix(digits)) return {end_within(groups_, first_, kMostWithZeros)};
    if (has_trunk_prefix(digits) || is_in_brackets()) {
      return {end_within(groups_, first_, kMostNational)};
    }
    if (const auto last = north_american_end(groups_, first_)) return {last};
    return {end_within(groups_, first_, kMostDigits), true};
  }

  bool is_in_brackets() const {
    return text_[groups_[first_].begin - 1] == '(' && text_[groups_[first_].end] == ')';
  }

  /// A few digits more, behind a comma or a colon, make it a decimal number or a time.
  bool is_cut_from_more(std::size_t end) const {
    std::size_t before = begin_ - 1;
    while (is_digit(text_[before - 1])) --before;
    std::size_t behind = end + 1;
    while (is_digit(text_[behind])) ++behind;
    return ties(begin_ - 1, begin_ - 1 - before) || ties(end, behind - end - 1);
  }

  bool ties(std::size_t sign, std::size_t digits_beside) const {
    return (text_[sign] == ',' || text_[sign] == ':') && digits_beside >= 1 && digits_beside <= 3;
  }

  const PlainLetters& text_;
  const NumberGroups& groups_;
  const std::size_t first_;
  std::size_t begin_;  ///< of what is written before the digits
};

void find_in(const PlainLetters& text, const NumberGroups& groups,
             std::vector<PersonalData>& found) {
  for (std::size_t first = 0; first < groups.size(); ++first) {
    const PhoneNumberAt number(text, groups, first);
    const std::size_t others =
        std::max(groups_of_date(groups, first), groups_of_ip_address(groups, first));
    if (others > 0 && !number.has_plus()) {
      first += others - 1;
      continue;
    }
    const auto last = number.last_group();
    if (!last) continue;
    found.push_back({PersonalData::Kind::kPhone, number.begin(*last), groups[*last].end});
    first = *last;
  }
}

}  // namespace

std::vector<PersonalData> find_phone_numbers(const PlainLetters& text) {
  std::vector<PersonalData> found;
  for (const NumberGroups& groups : number_groups_of(text)) find_in(text, groups, found);
  return found;
}

}  // namespace handoff
