#include "notify/email_message.h"

#include <algorithm>

#include "notify/email_address.h"
#include "notify/email_document.h"
#include "notify/email_text.h"
#include "notify/email_words.h"
#include "notify/mime.h"

namespace handoff {
namespace {

/// What speaks against the notice itself; empty: nothing.
std::string reason_against(const Notice& notice) {
  if (notice.id.empty() || !is_mail_id(notice.id)) {
    return "the id of the delivery is empty, too long or holds characters that are not accepted";
  }
  if (!is_mail_id(notice.conversation_id)) {
    return "the id of the conversation is too long or holds characters that are not accepted";
  }
  if (!notice.link.empty() && !is_web_link(notice.link)) {
    return "the link to the conversation is not one; https: and http: are accepted";
  }
  const bool links = std::all_of(
      notice.items.begin(), notice.items.end(),
      [](const Notice::Item& item) { return item.link.empty() || is_web_link(item.link); });
  return links ? "" : "the link of an item is not one; https: and http: are accepted";
}

struct Ids {
  std::string own;
  std::string first = {};  ///< of the conversation's first mail; empty: this is it, or none was
};

Ids ids_of(const Notice& notice, const EmailParties& parties, const Mailbox& from,
           const Mailbox& to) {
  const std::string tail = "." + recipient_mark(to.address()) + "@" + from.domain + ">";
  const std::string own = "<delivery." + id_atom(notice.id) + tail;
  if (notice.conversation_id.empty()) return {own};
  const std::string first = "<conversation." + id_atom(notice.conversation_id) + tail;
  return parties.first_of_conversation ? Ids{first} : Ids{own, first};
}

}  // namespace

Result<EmailMessage> email_message(const Notice& notice, const EmailParties& parties) {
  if (std::string reason = reason_against(notice); !reason.empty()) return refused_mail(reason);
  const auto parsed = parse_parties(parties);
  if (!parsed) return parsed.error();
  const Ids ids = ids_of(notice, parties, parsed->from, parsed->to);
  return written({.from = parsed->from,
                  .to = parsed->to,
                  .at = notice.at,
                  .subject = email_subject(notice),
                  .message_id = ids.own,
                  .answers_to = ids.first,
                  .language = email_words(notice.locale).language,
                  .delivery_id = notice.id,
                  .plain_text = email_plain_text(notice),
                  .html = email_html(notice)});
}

}  // namespace handoff
