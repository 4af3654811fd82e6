#include "notify/smtp_verdict.h"

#include <algorithm>
#include <string_view>

namespace handoff {
namespace {

using End = DeliveryOutcome::End;
using How = SmtpEnd::How;
using To = SmtpReply::To;

DeliveryOutcome outcome(End end, std::string what) { return {.end = end, .what = std::move(what)}; }

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string_view before_reply(To to) {
  switch (to) {
    case To::kGreeting:
      return "the mail server greeted with: ";
    case To::kHello:
      return "to our greeting the mail server said: ";
    case To::kTls:
      return "to STARTTLS the mail server said: ";
    case To::kSignIn:
      return "to the sign-in the mail server said: ";
    case To::kSender:
      return "to the sender the mail server said: ";
    case To::kRecipient:
      return "to the recipient the mail server said: ";
    case To::kMessage:
      break;
  }
  return "to the message the mail server said: ";
}

/// `5.1.1` of `550 5.1.1 No such user` (RFC 3463); empty: the server gives none.
std::string_view status_in(std::string_view reply) {
  const std::string_view words = reply.substr(std::min<std::size_t>(reply.size(), 4));
  const std::string_view status = words.substr(0, words.find(' '));
  const bool only_numbers = status.find_first_not_of(".0123456789") == std::string_view::npos;
  return only_numbers && status.substr(0, 2) == "5." ? status : std::string_view();
}

/// The class of addresses without those of senders (RFC 3463, 3.2).
bool is_about_the_recipient(std::string_view status) {
  return status.substr(0, 4) == "5.1." && status != "5.1.7" && status != "5.1.8";
}

/// The recipient is not there any more. Without a status, 550 to RCPT TO means that, except where
/// the server says that it does not know us.
bool is_gone(const SmtpReply& reply) {
  if (reply.to != To::kRecipient) return false;
  const std::string_view status = status_in(reply.text);
  if (!status.empty()) return is_about_the_recipient(status);
  return (reply.code == 550 || reply.code == 551 || reply.code == 553) && !has(reply.text, "elay");
}

DeliveryOutcome by_reply(const SmtpReply& reply) {
  std::string what = std::string(before_reply(reply.to)) + reply.text;
  if (reply.code < 500) return outcome(End::kTryLater, std::move(what));
  return outcome(is_gone(reply) ? End::kGone : End::kRefused, std::move(what));
}

/// The handshake ended because the line did, not because the two sides disagree.
bool is_cut(const std::string& tls_error) {
  return !has(tls_error, "error:") || has(tls_error, "unexpected eof");
}

DeliveryOutcome by_code(const SmtpEnd& end) {
  switch (end.code) {
    case CURLE_USE_SSL_FAILED:
      return outcome(End::kRefused,
                     "the mail server offers no TLS (STARTTLS), and mail without it goes only to "
                     "addresses in outbound.allow_private_cidrs");
    case CURLE_PEER_FAILED_VERIFICATION:
      return outcome(End::kRefused,
                     "the certificate of the mail server is not one to trust for this host");
    case CURLE_SSL_CONNECT_ERROR:
      if (is_cut(end.tls_error)) break;
      return outcome(End::kRefused,
                     "no TLS 1.2 or newer could be agreed on with the mail server; smtps: is for "
                     "ports that begin with TLS (465), smtp: for the others");
    case CURLE_LOGIN_DENIED:
      return outcome(End::kRefused,
                     "the mail server offers no way to sign in that we know: PLAIN, LOGIN or "
                     "CRAM-MD5");
    case CURLE_WEIRD_SERVER_REPLY:
      return outcome(End::kRefused, "what answers there is no mail server");
    case CURLE_COULDNT_RESOLVE_HOST:
      return outcome(End::kTryLater, "the name of the mail server was not found");
    case CURLE_COULDNT_CONNECT:
      return outcome(End::kTryLater, "nothing accepts connections at the mail server's address");
    default:
      break;
  }
  return outcome(End::kTryLater, "the connection to the mail server was cut off");
}

DeliveryOutcome verdict(const SmtpEnd& end) {
  switch (end.how) {
    case How::kCancelled:
      return outcome(End::kTryLater, "cancelled");
    case How::kTooSlow:
      return outcome(End::kTryLater, end.reason);
    case How::kNotAllowed:
      return outcome(End::kRefused, end.reason);
    case How::kFinished:
      break;
  }
  if (end.code == CURLE_OK) return outcome(End::kDelivered, end.reply.text);
  return end.reply.code >= 400 ? by_reply(end.reply) : by_code(end);
}

}  // namespace

DeliveryOutcome smtp_verdict(const SmtpEnd& end) {
  DeliveryOutcome out = verdict(end);
  const bool twice =
      out.end == End::kTryLater && end.reply.message_under_way && end.reply.code < 400;
  if (twice) out.what += ", with the message under way; it may arrive twice";
  return out;
}

bool may_do_without_tls(const SmtpEnd& end) {
  if (end.how != How::kFinished || !end.went_private) return false;
  // A server that does not know EHLO has no STARTTLS either.
  const bool too_old = end.code == CURLE_REMOTE_ACCESS_DENIED && end.reply.to == To::kHello;
  return too_old || end.code == CURLE_USE_SSL_FAILED || end.code == CURLE_SSL_CONNECT_ERROR ||
         end.code == CURLE_PEER_FAILED_VERIFICATION;
}

}  // namespace handoff
