#include "notify/email_document.h"

#include <algorithm>
#include <cstdint>

#include "notify/mime.h"

namespace handoff {
namespace {

/// `=_` never stands in quoted-printable, so no part can hold it (RFC 2045, 6.7).
constexpr std::string_view kBoundary = "=_handoff";

constexpr std::size_t kLongestId = 128;

bool is_visible(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

std::string part(std::string_view type, const std::string& text) {
  return "--" + std::string(kBoundary) + "\r\n" +
         mail_header("Content-Type", std::string(type) + "; charset=utf-8") +
         mail_header("Content-Transfer-Encoding", "quoted-printable") + "\r\n" +
         quoted_printable(text) + "\r\n";
}

std::string head(const EmailDocument& document) {
  std::string out = mail_header("Date", mail_date(document.at)) +
                    mail_header("From", document.from.header()) +
                    mail_header("To", document.to.header()) +
                    mail_header("Subject", encoded_words(document.subject, 9)) +
                    mail_header("Message-ID", document.message_id);
  if (!document.answers_to.empty()) {
    out += mail_header("In-Reply-To", document.answers_to) +
           mail_header("References", document.answers_to);
  }
  return out + mail_header("MIME-Version", "1.0") +
         mail_header("Content-Language", document.language) +
         mail_header("Auto-Submitted", "auto-generated") +  // RFC 3834
         mail_header("X-Auto-Response-Suppress", "All") +   // the same for Exchange
         mail_header("X-Handoff-Delivery", document.delivery_id) + document.more_headers +
         mail_header("Content-Type",
                     "multipart/alternative; boundary=\"" + std::string(kBoundary) + "\"") +
         "\r\n";
}

}  // namespace

Error refused_mail(std::string what) {
  return {.code = ErrorCode::kInvalid, .message = std::move(what)};
}

Result<MailParties> parse_parties(const EmailParties& given) {
  auto from = parse_mailbox(given.from);
  if (!from) return refused_mail("the sender " + from.error().message);
  auto to = parse_mailbox(given.to);
  if (!to) return refused_mail("the recipient " + to.error().message);
  return MailParties{std::move(*from), std::move(*to)};
}

bool is_mail_id(std::string_view text) { return text.size() <= kLongestId && is_visible(text); }

bool is_web_link(std::string_view text) {
  const bool web = text.starts_with("https://") || text.starts_with("http://");
  return web && is_visible(text);
}

EmailMessage written(const EmailDocument& document) {
  return {.sender = document.from.address(),
          .recipient = document.to.address(),
          .message_id = document.message_id,
          .bytes = head(document) + part("text/plain", document.plain_text) +
                   part("text/html", document.html) + "--" + std::string(kBoundary) + "--\r\n"};
}

std::string mail_header(std::string_view name, std::string_view value) {
  return std::string(name) + ": " + std::string(value) + "\r\n";
}

/// FNV-1a.
std::string recipient_mark(std::string_view address) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : address) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += kHex[(hash >> shift) & 15];
  return out;
}

}  // namespace handoff
