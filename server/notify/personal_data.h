#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "notify/plain_letters.h"

/// Where a text holds what belongs to one person. One finder a kind; each gives what it found from
/// left to right. Pure.
namespace handoff {

struct PersonalData {
  enum class Kind { kEmail, kIban, kCard, kPhone };
  Kind kind = Kind::kPhone;
  std::size_t begin = 0;  ///< in characters, [begin, end)
  std::size_t end = 0;
};

/// `local@domain.tld`.
std::vector<PersonalData> find_email_addresses(const PlainLetters& text);

/// International account numbers (ISO 13616), in one piece or in groups: two letters, and the
/// remainder of 1 by 97.
std::vector<PersonalData> find_ibans(const PlainLetters& text);

/// Numbers of payment cards, in one piece or in groups: beginning and length as ISO/IEC 7812 gives
/// them to the networks, and the check digit of Luhn.
std::vector<PersonalData> find_cards(const PlainLetters& text);

/// Phone numbers: `+` and country (E.164), `00` and country, a trunk `0`, an area code in brackets,
/// the North American 3-3-4; and any 7 to 15 digits that a word such as "call" or "telefon" stands
/// before. Not: dates, times, versions, prices, and what an "order" or a `#` makes a number of
/// ours.
std::vector<PersonalData> find_phone_numbers(const PlainLetters& text);

}  // namespace handoff
