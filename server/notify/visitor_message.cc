#include "notify/visitor_message.h"

#include <algorithm>

#include "notify/email_address.h"
#include "notify/email_document.h"
#include "notify/mime.h"
#include "notify/visitor_text.h"
#include "notify/visitor_words.h"

namespace handoff {
namespace {

constexpr std::size_t kLongestId = 128;

Error refused(std::string what) {
  return {.code = ErrorCode::kInvalid, .message = std::move(what)};
}

bool is_visible(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

bool is_id(const std::string& id) {
  return !id.empty() && id.size() <= kLongestId && is_visible(id);
}

/// Nothing in it that would end the angle brackets it stands in.
bool is_web_link(const std::string& link) {
  const bool web = link.rfind("https://", 0) == 0 || link.rfind("http://", 0) == 0;
  return web && is_visible(link) && link.find_first_of("<>\"") == std::string::npos;
}

struct Parties {
  Mailbox from;
  Mailbox to;
};

Result<Parties> parsed(const EmailParties& given) {
  const auto from = parse_mailbox(given.from);
  if (!from) return refused("the sender " + from.error().message);
  const auto to = parse_mailbox(given.to);
  if (!to) return refused("the recipient " + to.error().message);
  return Parties{*from, {.local = to->local, .domain = to->domain}};
}

/// `kind` keeps these ids apart from those of mails to the team, which may have the same address.
std::string message_id(std::string_view kind, const std::string& id, const Parties& parties) {
  return "<" + std::string(kind) + "." + id_atom(id) + "." + recipient_mark(parties.to.address()) +
         "@" + parties.from.domain + ">";
}

/// RFC 8058: a mail client stops the mails by a POST, without showing the page.
std::string unsubscribe_headers(const std::string& link) {
  if (link.rfind("https://", 0) != 0) return "";
  return mail_header("List-Unsubscribe", "<" + link + ">") +
         mail_header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
}

}  // namespace

Result<EmailMessage> confirmation_message(const ConfirmationMail& mail, const EmailParties& given) {
  if (!is_id(mail.id)) return refused("the id of the delivery holds what is not accepted");
  if (!is_web_link(mail.link)) return refused("the link is none; https: and http: are accepted");
  const auto parties = parsed(given);
  if (!parties) return parties.error();
  const VisitorWords& words = visitor_words(mail.locale);
  return written({.from = parties->from,
                  .to = parties->to,
                  .at = mail.at,
                  .subject = with_site(words.confirm_subject, mail.site_name),
                  .message_id = message_id("confirmation", mail.id, *parties),
                  .language = words.language,
                  .delivery_id = mail.id,
                  .plain_text = confirmation_plain_text(mail),
                  .html = confirmation_html(mail)});
}

Result<EmailMessage> answer_message(const AnswerMail& mail, const EmailParties& given) {
  if (!is_id(mail.id) || !is_id(mail.conversation_id))
    return refused("the id of the delivery or of the conversation holds what is not accepted");
  if (!is_web_link(mail.stop_link) || (!mail.page.empty() && !is_web_link(mail.page)))
    return refused("a link is none; https: and http: are accepted");
  const auto parties = parsed(given);
  if (!parties) return parties.error();
  const VisitorWords& words = visitor_words(mail.locale);
  const std::string first = message_id("answers", mail.conversation_id, *parties);
  const bool is_first = given.first_of_conversation;
  return written({.from = parties->from,
                  .to = parties->to,
                  .at = mail.at,
                  .subject = with_site(words.answered, mail.site_name),
                  .message_id = is_first ? first : message_id("answer", mail.id, *parties),
                  .answers_to = is_first ? "" : first,
                  .language = words.language,
                  .delivery_id = mail.id,
                  .more_headers = unsubscribe_headers(mail.stop_link),
                  .plain_text = answer_plain_text(mail),
                  .html = answer_html(mail)});
}

}  // namespace handoff
