#include "notify/visitor_message.h"

#include <algorithm>

#include "notify/email_address.h"
#include "notify/email_document.h"
#include "notify/mime.h"
#include "notify/visitor_text.h"
#include "notify/visitor_words.h"

namespace handoff {
namespace {

/// Nothing in it that would end the angle brackets it stands in.
bool is_bracketed_link(std::string_view link) {
  return is_web_link(link) && link.find_first_of("<>\"") == std::string_view::npos;
}

/// The visitor is an address here: a name beside it would be a stranger's text.
Result<MailParties> nameless(const EmailParties& given) {
  auto parties = parse_parties(given);
  if (parties) parties->to = {.local = parties->to.local, .domain = parties->to.domain};
  return parties;
}

/// `kind` keeps these ids apart from those of mails to the team, which may have the same address.
std::string message_id(std::string_view kind, const std::string& id, const MailParties& parties) {
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
  if (mail.id.empty() || !is_mail_id(mail.id))
    return refused_mail("the id of the delivery holds what is not accepted");
  if (!is_bracketed_link(mail.link))
    return refused_mail("the link is none; https: and http: are accepted");
  const auto parties = nameless(given);
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
  const bool ids = !mail.id.empty() && !mail.conversation_id.empty() && is_mail_id(mail.id) &&
                   is_mail_id(mail.conversation_id);
  if (!ids)
    return refused_mail("the id of the delivery or of the conversation holds what is not accepted");
  if (!is_bracketed_link(mail.stop_link) || (!mail.page.empty() && !is_bracketed_link(mail.page)))
    return refused_mail("a link is none; https: and http: are accepted");
  const auto parties = nameless(given);
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
