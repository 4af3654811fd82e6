#include "notify/email_message.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "notify/email_address.h"
#include "notify/mime.h"
#include "support/sample_notices.h"

namespace handoff::testing {
namespace {

const EmailParties kParties{.from = "Acme <support@acme.example>", .to = "team@acme.example"};

std::string bytes_of(const Notice& notice, const EmailParties& parties = kParties) {
  const auto message = email_message(notice, parties);
  EXPECT_TRUE(message.ok()) << (message.ok() ? "" : message.error().message);
  return message.ok() ? message->bytes : "";
}

std::vector<std::string> lines_of(const std::string& bytes) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (auto end = bytes.find("\r\n"); end != std::string::npos; end = bytes.find("\r\n", begin)) {
    lines.push_back(bytes.substr(begin, end - begin));
    begin = end + 2;
  }
  EXPECT_EQ(begin, bytes.size()) << "the last line does not end";
  return lines;
}

bool has_line(const std::string& bytes, const std::string& line) {
  const auto lines = lines_of(bytes);
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

/// Only what travels everywhere: ASCII, CRLF, short lines, nothing that a server would take for its
/// own.
void expect_safe(const std::string& bytes) {
  for (const std::string& line : lines_of(bytes)) {
    EXPECT_LE(line.size(), 78U) << line;
    EXPECT_NE(line.substr(0, 1), ".");
    EXPECT_NE(line.substr(0, 5), "From ");
    EXPECT_TRUE(std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c < 0x7F; }));
  }
}

std::string refusal(const Notice& notice, const EmailParties& parties = kParties) {
  const auto message = email_message(notice, parties);
  return message.ok() ? "" : message.error().message;
}

TEST(EmailMessage, has_the_headers_of_a_notification) {
  const std::string bytes = bytes_of(sample_handoff());
  for (const char* line :
       {"Date: Tue, 24 Nov 2026 09:30:00 +0000", "From: Acme <support@acme.example>",
        "To: team@acme.example", "Subject: =?UTF-8?Q?=F0=9F=99=8B_Human_Handoff_Requested?=",
        "MIME-Version: 1.0", "Content-Language: en", "Auto-Submitted: auto-generated",
        "X-Auto-Response-Suppress: All", "X-Handoff-Delivery: delivery-81"}) {
    EXPECT_TRUE(has_line(bytes, line)) << line;
  }
  expect_safe(bytes);
}

TEST(EmailMessage, puts_the_plain_text_before_the_html) {
  const std::string bytes = bytes_of(sample_handoff());
  EXPECT_LT(bytes.find("Content-Type: text/plain; charset=utf-8"),
            bytes.find("Content-Type: text/html; charset=utf-8"));
}

TEST(EmailMessage, has_an_id_by_conversation_and_recipient_that_later_ones_refer_to) {
  const auto id = [](const std::string& to, bool first) {
    Notice notice = sample_handoff();
    notice.id = first ? "d1" : "d2";
    return email_message(notice, {kParties.from, to, first})->message_id;
  };
  const std::string first = id("team@acme.example", true);
  EXPECT_EQ(first.rfind("<conversation.c_8KX2.", 0), 0U);
  EXPECT_EQ(first.substr(first.size() - 14), "@acme.example>");
  EXPECT_EQ(id("team@acme.example", true), first);
  EXPECT_NE(id("boss@acme.example", true), first);
  EXPECT_NE(id("team@acme.example", false), first);

  Notice later = sample_handoff();
  later.id = "d2";
  const std::string bytes = bytes_of(later, {kParties.from, kParties.to, false});
  EXPECT_TRUE(has_line(bytes, "In-Reply-To: " + first));
  EXPECT_TRUE(has_line(bytes, "References: " + first));
  EXPECT_EQ(bytes_of(sample_handoff()).find("In-Reply-To"), std::string::npos);
}

TEST(EmailMessage, keeps_its_id_when_it_is_made_again) {
  EXPECT_EQ(bytes_of(sample_handoff()), bytes_of(sample_handoff()));
  const Notice digest = sample_list(Notice::Kind::kDigest, 3);
  EXPECT_TRUE(bytes_of(digest).find("Message-ID: <delivery.delivery-82.") != std::string::npos);
}

TEST(EmailMessage, refuses_line_breaks_in_headers) {
  for (const std::string& bad : {std::string("\r\nBcc: a@b.example"), std::string("\nX: y"),
                                 std::string("\r"), std::string("\0", 1), std::string("\x7f")}) {
    EXPECT_NE(refusal(sample_handoff(), {"Acme" + bad + " <a@acme.example>", kParties.to}), "");
    EXPECT_NE(refusal(sample_handoff(), {"a@acme.example" + bad, kParties.to}), "");
    EXPECT_NE(refusal(sample_handoff(), {kParties.from, "team@acme.example" + bad}), "");
    Notice notice = sample_handoff();
    notice.id += bad;
    EXPECT_NE(refusal(notice), "");
    notice = sample_handoff();
    notice.conversation_id += bad;
    EXPECT_NE(refusal(notice), "");
    notice = sample_handoff();
    notice.link += bad;
    EXPECT_NE(refusal(notice), "");
  }
}

TEST(EmailMessage, says_what_it_refuses_without_repeating_it) {
  EXPECT_EQ(refusal(sample_handoff(), {"nobody", kParties.to}),
            "the sender is no e-mail address; name@example.com is accepted");
  EXPECT_EQ(refusal(sample_handoff(), {kParties.from, "team@"}),
            "the recipient has no host name behind the @");
  Notice notice = sample_handoff();
  notice.link = "javascript:alert(1)";
  EXPECT_EQ(refusal(notice),
            "the link to the conversation is not one; https: and http: are accepted");
}

TEST(EmailMessage, is_safe_whatever_a_visitor_writes) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::vector<std::string> pieces = {"\r\n.\r\nMAIL FROM:<x@y>",
                                           "\r\nBcc: a@b",
                                           ".",
                                           "\n.",
                                           "From ",
                                           "\nFrom ",
                                           "=",
                                           " \n",
                                           std::string("\0", 1),
                                           "\r",
                                           "\u202E",
                                           "🙋",
                                           "ș",
                                           "\xff",
                                           std::string(998, 'x'),
                                           "--=_handoff",
                                           "--=_handoff--\r\n",
                                           "<",
                                           "&"};
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (auto i = random() % 8; i > 0; --i) text += pieces[random() % pieces.size()];
    Notice notice = sample_handoff();
    notice.visitor = notice.reason = notice.site_name = notice.due = text;
    notice.last = {{Author::kVisitor, text}, {Author::kAi, text}};
    const std::string bytes = bytes_of(notice);
    expect_safe(bytes);
    EXPECT_EQ(bytes.find("\r\n--=_handoff--"), bytes.rfind("\r\n--=_handoff--"));
  }
}

TEST(QuotedPrintable, keeps_plain_lines_and_ends_them_in_crlf) {
  EXPECT_EQ(quoted_printable("a = b\nc\t d\n"), "a =3D b\r\nc\t d\r\n");
}

TEST(QuotedPrintable, encodes_what_would_get_lost) {
  EXPECT_EQ(quoted_printable("ș \n.\nFrom me\nx\t\r\n"),
            "=C8=99=20\r\n=2E\r\n=46rom me\r\nx\t=0D\r\n");
}

TEST(QuotedPrintable, breaks_long_lines_softly) {
  const std::string line(76, 'x');
  EXPECT_EQ(quoted_printable(line), std::string(75, 'x') + "=\r\nx");
  EXPECT_EQ(quoted_printable(std::string(75, 'x') + ".y"), std::string(75, 'x') + "=\r\n=2Ey");
  EXPECT_EQ(quoted_printable(std::string(74, 'x') + "ș"), std::string(74, 'x') + "=\r\n=C8=99");
}

TEST(EncodedWords, leave_plain_text_alone_and_encode_the_rest) {
  EXPECT_EQ(encoded_words("Plain text, with a comma", 9), "Plain text, with a comma");
  EXPECT_EQ(encoded_words("Bună ziua", 9), "=?UTF-8?Q?Bun=C4=83_ziua?=");
  EXPECT_EQ(encoded_words("a =?UTF-8?Q?b?=", 9), "=?UTF-8?Q?a_=3D=3FUTF=2D8=3FQ=3Fb=3F=3D?=");
}

TEST(EncodedWords, are_cut_between_characters_onto_lines_of_76) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "🙋";
  std::string encoded = "Subject: " + encoded_words(text, 9) + "\r\n";
  for (const std::string& line : lines_of(encoded)) {
    EXPECT_LE(line.size(), 76U);
    EXPECT_EQ((std::count(line.begin(), line.end(), '=') - 2) % 4, 0) << line;
  }
}

TEST(Mailbox, is_read_with_and_without_a_name) {
  EXPECT_EQ(parse_mailbox("a@b.example")->header(), "a@b.example");
  EXPECT_EQ(parse_mailbox(" Acme <a@b.example>")->header(), "Acme <a@b.example>");
  EXPECT_EQ(parse_mailbox("\"Acme, \\\"Inc\\\"\" <a@b.example>")->header(),
            "\"Acme, \\\"Inc\\\"\" <a@b.example>");
  EXPECT_EQ(parse_mailbox("Acme (EU) <a@b.example>")->header(), "\"Acme (EU)\" <a@b.example>");
  EXPECT_EQ(parse_mailbox("Ștefan <a@b.example>")->header(),
            "=?UTF-8?Q?=C8=98tefan?= <a@b.example>");
}

TEST(Mailbox, writes_foreign_domains_as_they_travel) {
  EXPECT_EQ(parse_mailbox("a@bücher.example")->address(), "a@xn--bcher-kva.example");
  EXPECT_EQ(parse_mailbox("a@BÜCHER.Example")->address(), "a@xn--bcher-kva.example");
  EXPECT_EQ(parse_mailbox("a@例え.テスト")->address(), "a@xn--r8jz45g.xn--zckzah");
}

TEST(Mailbox, keeps_a_long_header_on_short_lines) {
  const auto mailbox =
      parse_mailbox(std::string(60, 'n') + " <" + std::string(60, 'a') + "@b.example>");
  for (const std::string& line : lines_of("From: " + mailbox->header() + "\r\n")) {
    EXPECT_LE(line.size(), 78U);
  }
}

TEST(Mailbox, refuses_what_is_no_address) {
  for (const char* bad :
       {"", "@", "a@", "@b.example", "a b@c.example", "a@b c.example", "<a@b.example",
        "a@b.example>", "a..b@c.example", ".a@c.example", "a@c..example", "a@.example",
        "ștefan@b.example", "a@b.example, c@d.example", "a@[127.0.0.1]", "a@b.example <>",
        "a>@b.example", "\"a b\"@c.example"}) {
    EXPECT_FALSE(parse_mailbox(bad).ok()) << bad;
  }
}

TEST(MailDate, is_of_utc) {
  EXPECT_EQ(mail_date(parse_rfc3339("2026-01-01T00:00:05+02:00").value()),
            "Wed, 31 Dec 2025 22:00:05 +0000");
}

}  // namespace
}  // namespace handoff::testing
