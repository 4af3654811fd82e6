#include <algorithm>
#include <array>
#include <optional>

#include "notify/number_groups.h"
#include "notify/personal_data.h"

namespace handoff {
namespace {

constexpr std::size_t kShortestIban = 15;
constexpr std::size_t kLongestIban = 34;
constexpr int kFewestIbanDigits = 8;  // words that begin like one have fewer
constexpr std::size_t kLongestCard = 19;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

int remainder_by_97(std::string_view iban) {
  int remainder = 0;
  const auto take = [&](char c) {
    remainder =
        is_digit(c) ? (remainder * 10 + (c - '0')) % 97 : (remainder * 100 + (c - 'a' + 10)) % 97;
  };
  std::for_each(iban.begin() + 4, iban.end(), take);
  std::for_each(iban.begin(), iban.begin() + 4, take);
  return remainder;
}

bool is_iban(std::string_view text) {
  return text.size() >= kShortestIban &&
         std::count_if(text.begin(), text.end(), is_digit) >= kFewestIbanDigits &&
         remainder_by_97(text) == 1;
}

bool begins_like_iban(const PlainLetters& text, std::size_t at) {
  return is_letter(text[at]) && is_letter(text[at + 1]) && is_digit(text[at + 2]) &&
         is_digit(text[at + 3]) && !is_word_letter(text[at - 1]);
}

/// The end of the longest account number that begins here.
std::optional<std::size_t> iban_end(const PlainLetters& text, std::size_t begin) {
  std::string iban;
  std::optional<std::size_t> end;
  for (std::size_t at = begin; iban.size() <= kLongestIban; ++at) {
    if (is_digit(text[at]) || is_letter(text[at])) {
      iban += text[at];
      if (!is_word_letter(text[at + 1]) && iban.size() <= kLongestIban && is_iban(iban))
        end = at + 1;
    } else if ((text[at] != ' ' && text[at] != '-') || !is_word_letter(text[at + 1])) {
      break;
    }
  }
  return end;
}

struct Network {
  std::string_view from;  ///< the first digits, from … to
  std::string_view to;
  std::size_t shortest;
  std::size_t longest;
};

constexpr std::array<Network, 11> kNetworks{{{"2221", "2720", 16, 16},  // Mastercard
                                             {"300", "305", 14, 19},    // Diners
                                             {"34", "34", 15, 15},      // American Express
                                             {"3528", "3589", 16, 19},  // JCB
                                             {"36", "36", 14, 19},      // Diners
                                             {"37", "37", 15, 15},      // American Express
                                             {"38", "39", 14, 19},      // Diners
                                             {"4", "4", 13, 19},        // Visa
                                             {"50", "50", 12, 19},      // Maestro
                                             {"51", "55", 16, 16},      // Mastercard
                                             {"56", "69", 12, 19}}};  // Maestro, Discover, UnionPay

bool is_of_network(std::string_view digits) {
  return std::any_of(kNetworks.begin(), kNetworks.end(), [digits](const Network& network) {
    const std::string_view start = digits.substr(0, network.from.size());
    return start >= network.from && start <= network.to && digits.size() >= network.shortest &&
           digits.size() <= network.longest;
  });
}

/// ISO/IEC 7812-1, annex B.
bool has_check_digit(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int digit = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 == 0;
}

/// The last group of the longest card number that begins with this group.
std::optional<std::size_t> card_end(const NumberGroups& groups, std::size_t first) {
  std::optional<std::size_t> end;
  std::string digits;
  for (std::size_t last = first; last < groups.size() && digits.size() <= kLongestCard; ++last) {
    digits += groups[last].digits;
    if (is_of_network(digits) && has_check_digit(digits)) end = last;
  }
  return end;
}

}  // namespace

std::vector<PersonalData> find_ibans(const PlainLetters& text) {
  std::vector<PersonalData> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!begins_like_iban(text, at)) continue;
    const auto end = iban_end(text, at);
    if (!end) continue;
    found.push_back({PersonalData::Kind::kIban, at, *end});
    at = *end - 1;
  }
  return found;
}

std::vector<PersonalData> find_cards(const PlainLetters& text) {
  std::vector<PersonalData> found;
  for (const NumberGroups& groups : number_groups_of(text)) {
    for (std::size_t first = 0; first < groups.size(); ++first) {
      const auto last = card_end(groups, first);
      if (!last) continue;
      found.push_back({PersonalData::Kind::kCard, groups[first].begin, groups[*last].end});
      first = *last;
    }
  }
  return found;
}

}  // namespace handoff
