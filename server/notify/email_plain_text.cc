#include "notify/email_facts.h"
#include "notify/email_text.h"
#include "notify/email_words.h"

namespace handoff {
namespace {

std::string labelled(std::string_view label, const std::string& value) {
  return value.empty() ? "" : std::string(label) + " " + value + "\n";
}

/// The reason as it was said, its name below; or the name alone.
std::string reason_lines(const EmailFacts& facts, const EmailWords& words,
                         const std::string& indent) {
  const std::string name = facts.reason.empty() ? "" : indent + facts.reason + "\n";
  if (!facts.quote.empty())
    return indent + labelled(words.reason, "\"" + facts.quote + "\"") + name;
  return name.empty() ? "" : indent + labelled(words.reason, facts.reason);
}

std::string about_conversation(const Notice& notice, const EmailWords& words) {
  const EmailFacts facts = email_facts(notice);
  std::string out = labelled(words.visitor, facts.visitor) + reason_lines(facts, words, "") +
                    labelled(words.conversation, facts.link);
  const auto messages = email_last_messages(notice);
  if (!messages.empty()) out += "\n" + std::string(words.last_messages) + "\n";
  for (const EmailMessageLine& line : messages) {
    out += "- " + std::string(words.authors[static_cast<std::size_t>(line.author)]) + ": " +
           line.text + "\n";
  }
  if (!facts.due.empty()) out += "\n" + labelled(words.due, facts.due);
  return out;
}

std::string about_item(const Notice::Item& item, std::size_t number, const Notice& notice,
                       const EmailWords& words) {
  const EmailFacts facts = email_facts(item, notice.locale);
  const std::string indent = "   ";
  std::string out = std::to_string(number) + ". " + labelled(words.visitor, facts.visitor) +
                    reason_lines(facts, words, indent);
  if (!facts.due.empty()) out += indent + labelled(words.due, facts.due);
  return out + indent + labelled(words.conversation, facts.link);
}

}  // namespace

std::string email_plain_text(const Notice& notice) {
  const EmailWords& words = email_words(notice.locale);
  std::string out = email_headline(notice) + "\n";
  if (notice.items.empty()) {
    const std::string about = about_conversation(notice, words);
    if (!about.empty()) out += "\n" + about;
  }
  for (std::size_t i = 0; i < notice.items.size(); ++i) {
    out += "\n" + about_item(notice.items[i], i + 1, notice, words);
  }
  return out;
}

}  // namespace handoff
