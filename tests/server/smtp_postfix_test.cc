#include <gtest/gtest.h>

#include "notify/smtp.h"
#include "support/private_postfix.h"
#include "support/sample_notices.h"

namespace handoff::testing {
namespace {

using End = DeliveryOutcome::End;

EmailMessage message_to(const std::string& to) {
  return *email_message(sample_handoff(), {.from = "Acme <support@acme.example>", .to = to});
}

/// What every mail server adds in front of the mail, taken away again.
std::string without_trace(const std::string& bytes) {
  const auto own = bytes.find("Date: ");
  return own == std::string::npos ? "" : bytes.substr(own);
}

std::string with_bare_lines(std::string bytes) {
  std::erase(bytes, '\r');
  return bytes;
}

TEST(SmtpToPostfix, delivers_into_a_mailbox) {
  if (const auto reason = PrivatePostfix::reason_against(); !reason.empty()) GTEST_SKIP() << reason;
  PrivatePostfix postfix;
  const Smtp smtp({"127.0.0.0/8"});
  const EmailMessage message = message_to("team@acme.example");
  const DeliveryOutcome outcome = smtp.send(message, {.smtp_url = postfix.url()});
  EXPECT_EQ(outcome.end, End::kDelivered) << outcome.what;
  EXPECT_EQ(outcome.what.rfind("250 2.0.0 Ok: queued as ", 0), 0U) << outcome.what;

  const std::string mail = postfix.next_mail();
  EXPECT_EQ(without_trace(mail), with_bare_lines(message.bytes));
  EXPECT_EQ(mail.rfind("Return-Path: <support@acme.example>\n", 0), 0U) << mail.substr(0, 500);
  EXPECT_NE(mail.find("using TLSv1.3"), std::string::npos) << mail.substr(0, 500);

  const DeliveryOutcome unknown =
      smtp.send(message_to("gone@acme.example"), {.smtp_url = postfix.url()});
  EXPECT_EQ(unknown.end, End::kGone) << unknown.what;
  EXPECT_NE(unknown.what.find("550 5.1.1 "), std::string::npos) << unknown.what;
}

}  // namespace
}  // namespace handoff::testing
