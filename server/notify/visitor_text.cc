#include "notify/visitor_text.h"

#include <algorithm>

#include "notify/clean_text.h"
#include "notify/email_html_parts.h"
#include "notify/html_text.h"
#include "notify/visitor_words.h"

namespace handoff {
namespace {

namespace parts = email_html_parts;

constexpr std::size_t kLongestName = 100;
constexpr std::size_t kLongestLine = 8000;

/// A person's text line by line, each cleaned; never more than one empty line in a row.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    std::string line = one_line(std::string_view(text).substr(begin, end - begin), kLongestLine);
    const bool again = line.empty() && (out.empty() || out.back().empty());
    if (!again) out.push_back(std::move(line));
    begin = end + 1;
  }
  while (!out.empty() && out.back().empty()) out.pop_back();
  return out;
}

std::string name_of(const AnswerMail::Answer& answer, const VisitorWords& words) {
  const std::string name = one_line(answer.name, kLongestName);
  return name.empty() ? std::string(words.person) : name;
}

std::string spoken_plainly(const AnswerMail::Answer& answer, const VisitorWords& words) {
  std::string out = name_of(answer, words) + ":\n";
  for (const auto& line : lines_of(answer.text)) out += line.empty() ? "\n" : "    " + line + "\n";
  return out + "\n";
}

std::string spoken(const AnswerMail::Answer& answer, const VisitorWords& words) {
  std::string all;
  for (const auto& line : lines_of(answer.text))
    all += (all.empty() ? "" : "<br>\n") + html_escaped(line);
  return parts::message("<span dir=\"auto\">" + html_escaped(name_of(answer, words)) + "</span>",
                        all, false);
}

std::string link_to(std::string_view label, const std::string& address) {
  return html_escaped(label) + " " + parts::link(html_escaped(address));
}

std::string document(const VisitorWords& words, const std::string& site_name,
                     const std::string& headline, std::string rows) {
  constexpr std::size_t kLongestSiteName = 100;
  const std::string title = html_escaped(headline);
  return parts::document(
      {.language = words.language,
       .title = title,
       .preview = "",
       .rows = parts::sender(html_escaped(one_line(site_name, kLongestSiteName))) +
               parts::rule(parts::Voice::kHuman) + parts::headline(title) + std::move(rows)});
}

}  // namespace

std::string confirmation_plain_text(const ConfirmationMail& mail) {
  const VisitorWords& words = visitor_words(mail.locale);
  return with_site(words.confirm_headline, mail.site_name) + "\n\n" +
         std::string(words.confirm_request) + "\n" + mail.link + "\n\n" +
         std::string(words.confirm_once) + "\n\n" +
         with_site(words.confirm_stranger, mail.site_name) + "\n";
}

std::string confirmation_html(const ConfirmationMail& mail) {
  const VisitorWords& words = visitor_words(mail.locale);
  const std::string link = html_escaped(mail.link);
  return document(
      words, mail.site_name, with_site(words.confirm_headline, mail.site_name),
      parts::paragraph(html_escaped(words.confirm_request)) +
          parts::button(words.confirm_button, link) +
          parts::link_line(html_escaped(words.confirm_once), link) +
          parts::footer(html_escaped(with_site(words.confirm_stranger, mail.site_name))));
}

std::string answer_plain_text(const AnswerMail& mail) {
  const VisitorWords& words = visitor_words(mail.locale);
  std::string out = with_site(words.answered, mail.site_name) + ".\n\n";
  for (const auto& answer : mail.answers) out += spoken_plainly(answer, words);
  if (!mail.page.empty()) out += std::string(words.go_on) + " " + mail.page + "\n\n";
  return out + std::string(words.no_reply) + "\n" + std::string(words.stop) + " " + mail.stop_link +
         "\n";
}

std::string answer_html(const AnswerMail& mail) {
  const VisitorWords& words = visitor_words(mail.locale);
  std::string all;
  for (const auto& answer : mail.answers) all += spoken(answer, words);
  std::string rows = parts::answers(all);
  if (!mail.page.empty()) rows += parts::paragraph(link_to(words.go_on, mail.page));
  rows +=
      parts::footer(html_escaped(words.no_reply) + "<br>\n" + link_to(words.stop, mail.stop_link));
  return document(words, mail.site_name, with_site(words.answered, mail.site_name),
                  std::move(rows));
}

}  // namespace handoff
