#include "notify/clean_text.h"
#include "notify/email_facts.h"
#include "notify/email_html_parts.h"
#include "notify/email_text.h"
#include "notify/email_words.h"
#include "notify/html_text.h"

namespace handoff {
namespace {

namespace parts = email_html_parts;
using Kind = Notice::Kind;
using parts::Voice;

constexpr std::size_t kLongestSiteName = 100;
constexpr std::size_t kLongestPreview = 140;

Voice voice_of(Kind kind) {
  switch (kind) {
    case Kind::kHandoff:
    case Kind::kDigest:
      return Voice::kWaiting;
    case Kind::kPromiseDue:
    case Kind::kTeamBack:
      return Voice::kPromise;
    case Kind::kPromiseBroken:
      return Voice::kLate;
    case Kind::kTest:
      break;
  }
  return Voice::kHuman;
}

std::string in_own_direction(const std::string& text) {
  return "<span dir=\"auto\">" + html_escaped(text) + "</span>";
}

std::string fact_rows(const EmailFacts& facts, const Notice& notice) {
  const EmailWords& words = email_words(notice.locale);
  std::string rows;
  if (!facts.visitor.empty()) {
    rows += parts::fact(words.visitor, in_own_direction(facts.visitor));
  }
  if (!facts.quote.empty() || !facts.reason.empty()) {
    rows += parts::fact(words.reason, parts::quote({html_escaped(facts.quote), facts.reason,
                                                    words.opening_quote, words.closing_quote}));
  }
  if (facts.due.empty()) return rows;
  const bool late = notice.kind == Kind::kPromiseBroken;
  return rows + parts::fact(words.due, parts::strong(html_escaped(facts.due), late));
}

std::string message_rows(const Notice& notice) {
  const EmailWords& words = email_words(notice.locale);
  std::string all;
  for (const EmailMessageLine& line : email_last_messages(notice)) {
    all += parts::message(words.authors[static_cast<std::size_t>(line.author)],
                          html_escaped(line.text), line.author == Author::kAi);
  }
  return all.empty() ? all : parts::messages(words.last_messages, all);
}

std::string about_conversation(const Notice& notice) {
  const EmailWords& words = email_words(notice.locale);
  const EmailFacts facts = email_facts(notice);
  const std::string known = fact_rows(facts, notice);
  std::string rows = known.empty() ? "" : parts::facts(known, false);
  if (!facts.link.empty()) {
    const std::string link = html_escaped(facts.link);
    rows += parts::button(words.open, link) + parts::link_line(words.conversation, link);
  }
  return rows + message_rows(notice);
}

std::string about_item(const Notice::Item& item, const Notice& notice, bool first) {
  const EmailWords& words = email_words(notice.locale);
  const EmailFacts facts = email_facts(item, notice.locale);
  std::string rows = fact_rows(facts, notice);
  if (!facts.link.empty()) {
    rows += parts::fact(words.conversation, parts::link(html_escaped(facts.link)));
  }
  return parts::facts(rows, !first);
}

/// Beside the subject in a list of mails, and on a locked phone: only what the mail says anyway.
std::string preview(const Notice& notice) {
  std::string out;
  const auto add = [&out](const EmailFacts& facts) {
    if (!out.empty()) out += " · ";
    out += facts.visitor + ": " + (facts.quote.empty() ? facts.reason : "“" + facts.quote + "”");
  };
  if (notice.items.empty() && !notice.visitor.empty()) add(email_facts(notice));
  for (const Notice::Item& item : notice.items) add(email_facts(item, notice.locale));
  return one_line(out, kLongestPreview);
}

}  // namespace

std::string email_html(const Notice& notice) {
  std::string rows = parts::brand(html_escaped(one_line(notice.site_name, kLongestSiteName))) +
                     parts::rule(voice_of(notice.kind)) +
                     parts::headline(html_escaped(email_headline(notice)));
  if (notice.items.empty()) rows += about_conversation(notice);
  for (const Notice::Item& item : notice.items) {
    rows += about_item(item, notice, &item == notice.items.data());
  }
  rows += parts::footer(html_escaped(email_footer(notice)));
  return parts::document({.language = email_words(notice.locale).language,
                          .title = html_escaped(email_subject(notice)),
                          .preview = html_escaped(preview(notice)),
                          .rows = std::move(rows)});
}

}  // namespace handoff
