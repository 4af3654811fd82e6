#pragma once

#include <array>
#include <string>
#include <string_view>

/// Our own words in short notifications: push, WhatsApp and chats. `{name}` stands for a value.
namespace handoff {

struct NoticeWords {
  std::string_view code;  ///< of the language, for `lang`
  std::string_view handoff;
  std::string_view handoff_request;  ///< how a WhatsApp message begins
  std::string_view waiting;          ///< {count}
  std::string_view promise_due;
  std::string_view promise_broken;
  std::string_view team_back;    ///< {count}
  std::string_view test;         ///< {site}
  std::string_view promised_by;  ///< {due}
  std::string_view more;         ///< {count}
  std::string_view somebody;
  std::string_view no_reason;
  std::string_view open;
  std::string_view from;
  std::string_view reason;
  std::string_view view;
  std::array<std::string_view, 4> authors;  ///< in the order of `Author`
};

/// `locale`: `ro`, `ro-RO`, `ro_RO`; English where we have no words.
const NoticeWords& notice_words(std::string_view locale);

/// Puts `value` in the place of the first `{…}`.
std::string with_value(std::string_view words, std::string_view value);

}  // namespace handoff
