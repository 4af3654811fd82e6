#include "notify/email_document.h"

#include <cstdint>

#include "notify/mime.h"

namespace handoff {
namespace {

/// `=_` never stands in quoted-printable, so no part can hold it (RFC 2045, 6.7).
constexpr std::string_view kBoundary = "=_handoff";

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
