#include "notify/email_message.h"

#include <algorithm>
#include <cstdint>

#include "notify/email_address.h"
#include "notify/email_text.h"
#include "notify/email_words.h"
#include "notify/mime.h"

namespace handoff {
namespace {

constexpr std::size_t kLongestId = 128;
/// `=_` never stands in quoted-printable, so no part can hold it (RFC 2045, 6.7).
constexpr std::string_view kBoundary = "=_handoff";

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

/// Sixteen digits that tell one recipient from another (FNV-1a): each mail has an id of its own.
std::string mark_of(std::string_view recipient) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : recipient) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += kHex[(hash >> shift) & 15];
  return out;
}

struct Ids {
  std::string own;
  std::string first = {};  ///< of the conversation's first mail; empty: this is it, or none was
};

Ids ids_of(const Notice& notice, const EmailParties& parties, const Mailbox& from,
           const Mailbox& to) {
  const std::string tail = "." + mark_of(to.address()) + "@" + from.domain + ">";
  const std::string own = "<delivery." + id_atom(notice.id) + tail;
  if (notice.conversation_id.empty()) return {own};
  const std::string first = "<conversation." + id_atom(notice.conversation_id) + tail;
  return parties.first_of_conversation ? Ids{first} : Ids{own, first};
}

std::string header(std::string_view name, std::string_view value) {
  return std::string(name) + ": " + std::string(value) + "\r\n";
}

std::string part(std::string_view type, const std::string& text) {
  return "--" + std::string(kBoundary) + "\r\n" +
         header("Content-Type", std::string(type) + "; charset=utf-8") +
         header("Content-Transfer-Encoding", "quoted-printable") + "\r\n" + quoted_printable(text) +
         "\r\n";
}

std::string headers(const Notice& notice, const Mailbox& from, const Mailbox& to, const Ids& ids) {
  std::string out = header("Date", mail_date(notice.at)) + header("From", from.header()) +
                    header("To", to.header()) +
                    header("Subject", encoded_words(email_subject(notice), 9)) +
                    header("Message-ID", ids.own);
  if (!ids.first.empty()) {
    out += header("In-Reply-To", ids.first) + header("References", ids.first);
  }
  return out + header("MIME-Version", "1.0") +
         header("Content-Language", email_words(notice.locale).language) +
         header("Auto-Submitted", "auto-generated") +  // RFC 3834
         header("X-Auto-Response-Suppress", "All") +   // the same for Exchange
         header("X-Handoff-Delivery", notice.id) +
         header("Content-Type",
                "multipart/alternative; boundary=\"" + std::string(kBoundary) + "\"") +
         "\r\n";
}

std::string body(const Notice& notice) {
  return part("text/plain", email_plain_text(notice)) + part("text/html", email_html(notice)) +
         "--" + std::string(kBoundary) + "--\r\n";
}

}  // namespace

Result<EmailMessage> email_message(const Notice& notice, const EmailParties& parties) {
  if (std::string reason = reason_against(notice); !reason.empty()) return refused(reason);
  const auto from = parse_mailbox(parties.from);
  if (!from) return refused("the sender " + from.error().message);
  const auto to = parse_mailbox(parties.to);
  if (!to) return refused("the recipient " + to.error().message);
  const Ids ids = ids_of(notice, parties, *from, *to);
  return EmailMessage{.sender = from->address(),
                      .recipient = to->address(),
                      .message_id = ids.own,
                      .bytes = headers(notice, *from, *to, ids) + body(notice)};
}

}  // namespace handoff
