#pragma once

#include <array>
#include <string>
#include <string_view>

#include "notify/notice.h"

/// Our own words in e-mails to the team: data, one block a language.
namespace handoff {

/// A text with `{n}` in it, for 1, for the numbers that take the bare plural, and for the others:
/// Romanian says "2 vizitatori" and "20 de vizitatori".
struct CountedText {
  std::string_view one;
  std::string_view few;
  std::string_view many;
};

struct EmailWords {
  std::string_view language;  ///< BCP 47
  /// In the order of `Notice::Kind`; `{n}` is the number of items. No word of a visitor stands in
  /// a subject, and that of a handoff is the same in every language (contract, section 7).
  std::array<CountedText, 6> subjects;
  std::array<CountedText, 6> headlines;
  std::string_view visitor;
  std::string_view reason;
  std::string_view conversation;
  std::string_view due;
  std::string_view last_messages;
  std::string_view open;
  std::array<std::string_view, 4> authors;  ///< in the order of `Author`
  std::string_view opening_quote;
  std::string_view closing_quote;
  std::string_view footer;  ///< with `{site}`
};

const EmailWords& email_words(std::string_view locale);

std::string email_subject(const Notice& notice);

/// The first sentence.
std::string email_headline(const Notice& notice);

/// Why the team gets this.
std::string email_footer(const Notice& notice);

}  // namespace handoff
