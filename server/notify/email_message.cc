#include "notify/email_message.h"

#include <algorithm>

#include "notify/email_address.h"
#include "notify/email_document.h"
#include "notify/email_text.h"
#include "notify/email_words.h"
#include "notify/mime.h"

namespace handoff {
namespace {

constexpr std::size_t kLongestId = 128;

Error refused(std::string what) {
  return {.code = ErrorCode::kInvalid, .message = std::move(what)};
}

bool is_visible(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

bool is_id(const std::string& id) { return id.size() <= kLongestId && is_visible(id); }

bool is_web_link(const std::string& link) {
  const bool web = link.rfind("https://", 0) == 0 || link.rfind("http://", 0) == 0;
  return web && is_visible(link);
}

/// What speaks against the notice itself; empty: nothing.
std::string reason_against(const Notice& notice) {
  if (notice.id.empty() || !is_id(notice.id)) {
    return "the id of the delivery is empty, too long or holds characters that are not accepted";
  }
  if (!is_id(notice.conversation_id)) {
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
  if (std::string reason = reason_against(notice); !reason.empty()) return refused(reason);
  const auto from = parse_mailbox(parties.from);
  if (!from) return refused("the sender " + from.error().message);
  const auto to = parse_mailbox(parties.to);
  if (!to) return refused("the recipient " + to.error().message);
  const Ids ids = ids_of(notice, parties, *from, *to);
  return written({.from = *from,
                  .to = *to,
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
