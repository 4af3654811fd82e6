#pragma once

#include <array>
#include <string_view>

/// Our own words on the pages behind the links of mails to visitors: data, one block a language.
/// `{site}` stands for its name.
namespace handoff {

struct LinkText {
  std::string_view title;
  std::string_view body;
};

struct LinkWords {
  std::string_view language;      ///< BCP 47
  std::array<LinkText, 9> pages;  ///< in the order of `LinkPage`
  std::string_view confirm_button;
  std::string_view stop_button;
  std::string_view stranger;  ///< before `refuse_button`
  std::string_view refuse_button;
};

const LinkWords& link_words(std::string_view locale);

}  // namespace handoff
