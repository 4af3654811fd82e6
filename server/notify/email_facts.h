#pragma once

#include <string>
#include <vector>

#include "notify/notice.h"

/// The texts of a notice, cleaned and cut to what an e-mail has room for. Pure.
namespace handoff {

/// What is said about one conversation.
struct EmailFacts {
  std::string visitor = {};
  std::string quote = {};   ///< the visitor's message; empty: there is none
  std::string reason = {};  ///< its name in words
  std::string link = {};
  std::string due = {};
};

struct EmailMessageLine {
  Author author = Author::kVisitor;
  std::string text;
};

EmailFacts email_facts(const Notice& notice);
EmailFacts email_facts(const Notice::Item& item, const std::string& locale);
std::vector<EmailMessageLine> email_last_messages(const Notice& notice);

}  // namespace handoff
