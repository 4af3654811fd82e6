#pragma once

#include <string>
#include <string_view>

/// Our own words in mails to visitors: data, one block a language. `{site}` stands for its name.
namespace handoff {

struct VisitorWords {
  std::string_view language;  ///< BCP 47
  std::string_view answered;  ///< subject and headline of an answer
  std::string_view confirm_subject;
  std::string_view confirm_headline;
  std::string_view confirm_request;
  std::string_view confirm_button;
  std::string_view confirm_once;      ///< how long the link holds
  std::string_view confirm_stranger;  ///< for somebody who never wrote to this site
  std::string_view person;            ///< whoever answered, where there is no name
  std::string_view go_on;             ///< before the link back to the page
  std::string_view no_reply;          ///< a mail that is sent back reaches nobody
  std::string_view stop;              ///< before the link that ends these mails
};

const VisitorWords& visitor_words(std::string_view locale);

/// `text` with the name in the place of each `{site}`; the name on one line, cut where it is long.
std::string with_site(std::string_view text, const std::string& site_name);

}  // namespace handoff
