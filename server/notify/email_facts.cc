#include "notify/email_facts.h"

#include "notify/clean_text.h"
#include "notify/reason_words.h"

namespace handoff {
namespace {

constexpr std::size_t kLongestVisitor = 120;
constexpr std::size_t kLongestReason = 500;
constexpr std::size_t kLongestMessage = 1000;
constexpr std::size_t kLongestDue = 80;
constexpr std::size_t kLongestLink = 2048;

}  // namespace

EmailFacts email_facts(const Notice& notice) {
  return email_facts({notice.visitor, notice.reason, notice.link, notice.due, notice.reason_name},
                     notice.locale);
}

EmailFacts email_facts(const Notice::Item& item, const std::string& locale) {
  EmailFacts facts{.visitor = one_line(item.visitor, kLongestVisitor),
                   .quote = one_line(item.reason, kLongestReason),
                   .reason = reason_words(item.reason_name, locale),
                   .link = one_line(item.link, kLongestLink),
                   .due = one_line(item.due, kLongestDue)};
  // Without a message of the visitor the reason is its name already, which nobody said.
  if (facts.quote == facts.reason) facts.quote.clear();
  return facts;
}

std::vector<EmailMessageLine> email_last_messages(const Notice& notice) {
  std::vector<EmailMessageLine> lines;
  for (const Notice::Line& line : notice.last) {
    lines.push_back({line.author, one_line(line.text, kLongestMessage)});
  }
  return lines;
}

}  // namespace handoff
