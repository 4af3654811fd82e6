#include "notify/email_text.h"

#include <gtest/gtest.h>

#include "notify/clean_text.h"
#include "notify/email_words.h"
#include "support/sample_notices.h"

namespace handoff::testing {
namespace {

using Kind = Notice::Kind;

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::size_t times(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(EmailText, of_a_handoff_has_the_fixed_form) {
  EXPECT_EQ(email_plain_text(sample_handoff()),
            "A visitor has requested to speak with a human.\n"
            "\n"
            "Visitor: john@example.com\n"
            "Reason: \"I have a complex question about enterprise pricing\"\n"
            "High-value lead\n"
            "Conversation: https://handoff.example/c/c_8KX2\n"
            "\n"
            "Last 3 messages:\n"
            "- User: Do you have prices for 60 seats?\n"
            "- AI: The team plan covers up to 25 seats.\n"
            "- User: I have a complex question about enterprise pricing\n");
}

TEST(EmailText, speaks_romanian_to_a_romanian_team) {
  Notice notice = sample_handoff();
  notice.locale = "ro-RO";
  notice.last.resize(2);
  EXPECT_EQ(email_plain_text(notice),
            "Un vizitator a cerut să vorbească cu un om.\n"
            "\n"
            "Vizitator: john@example.com\n"
            "Motiv: \"I have a complex question about enterprise pricing\"\n"
            "Client important\n"
            "Conversație: https://handoff.example/c/c_8KX2\n"
            "\n"
            "Ultimele 3 mesaje:\n"
            "- Utilizator: Do you have prices for 60 seats?\n"
            "- AI: The team plan covers up to 25 seats.\n");
}

TEST(EmailText, quotes_nobody_where_only_the_reason_is_known) {
  Notice notice = sample_handoff();
  notice.reason = "High-value lead";
  notice.last.clear();
  EXPECT_EQ(email_plain_text(notice),
            "A visitor has requested to speak with a human.\n"
            "\n"
            "Visitor: john@example.com\n"
            "Reason: High-value lead\n"
            "Conversation: https://handoff.example/c/c_8KX2\n");
  EXPECT_FALSE(has(email_html(notice), "“"));
}

TEST(EmailText, says_until_when_an_answer_was_promised) {
  Notice notice = sample_handoff();
  notice.due = "Tue 24 Nov, 11:30";
  EXPECT_TRUE(has(email_plain_text(notice), "\n\nAnswer by: Tue 24 Nov, 11:30\n"));
  EXPECT_TRUE(has(email_html(notice), ">Tue 24 Nov, 11:30<"));
}

TEST(EmailText, of_promises_begins_with_how_they_stand) {
  Notice notice = sample_handoff();
  notice.kind = Kind::kPromiseDue;
  EXPECT_EQ(email_subject(notice), "⏰ A promised answer is due soon");
  EXPECT_EQ(email_plain_text(notice).rfind("An answer that we promised a visitor is due soon.", 0),
            0U);
  notice.kind = Kind::kPromiseBroken;
  EXPECT_EQ(email_subject(notice), "⏰ A promised answer is late");
  EXPECT_EQ(email_plain_text(notice).rfind("An answer that we promised a visitor is late.", 0), 0U);
}

TEST(EmailText, of_several_conversations_lists_them) {
  EXPECT_EQ(email_plain_text(sample_list(Kind::kDigest, 2)),
            "2 visitors have requested to speak with a human.\n"
            "\n"
            "1. Visitor: Ana\n"
            "   Reason: \"Where is my order?\"\n"
            "   Complaint\n"
            "   Answer by: Tue 24 Nov, 11:30\n"
            "   Conversation: https://handoff.example/c/c_1\n"
            "\n"
            "2. Visitor: Ana\n"
            "   Reason: \"Where is my order?\"\n"
            "   Complaint\n"
            "   Answer by: Tue 24 Nov, 11:30\n"
            "   Conversation: https://handoff.example/c/c_1\n");
}

TEST(EmailText, counts_as_each_language_does) {
  const auto subject = [](Kind kind, std::size_t count, std::string locale) {
    Notice notice = sample_list(kind, count);
    notice.locale = std::move(locale);
    return email_subject(notice);
  };
  EXPECT_EQ(subject(Kind::kDigest, 1, "en"), "🙋 A visitor asked for a human");
  EXPECT_EQ(subject(Kind::kDigest, 3, "en"), "🙋 3 visitors asked for a human");
  EXPECT_EQ(subject(Kind::kDigest, 1, "ro"), "🙋 Un vizitator a cerut un om");
  EXPECT_EQ(subject(Kind::kDigest, 19, "ro"), "🙋 19 vizitatori au cerut un om");
  EXPECT_EQ(subject(Kind::kDigest, 20, "ro"), "🙋 20 de vizitatori au cerut un om");
  EXPECT_EQ(subject(Kind::kDigest, 101, "ro"), "🙋 101 vizitatori au cerut un om");
  EXPECT_EQ(subject(Kind::kTeamBack, 1, "en"), "👋 The team is back: one open promise");
  EXPECT_EQ(subject(Kind::kTeamBack, 2, "ro"), "👋 Echipa a revenit: 2 promisiuni deschise");
}

TEST(EmailText, of_a_handoff_has_the_same_subject_everywhere) {
  Notice notice = sample_handoff();
  EXPECT_EQ(email_subject(notice), "🙋 Human Handoff Requested");
  notice.locale = "ro";
  EXPECT_EQ(email_subject(notice), "🙋 Human Handoff Requested");
}

TEST(EmailText, never_puts_a_visitors_word_into_a_subject) {
  for (const Kind kind : {Kind::kHandoff, Kind::kDigest, Kind::kPromiseDue, Kind::kPromiseBroken,
                          Kind::kTeamBack, Kind::kTest}) {
    Notice notice = sample_list(kind, 2);
    notice.visitor = notice.reason = notice.items[0].visitor = notice.items[0].reason = "CANARY";
    notice.last = {{Author::kVisitor, "CANARY"}};
    EXPECT_FALSE(has(email_subject(notice), "CANARY"));
  }
}

TEST(EmailText, lets_no_stranger_write_a_line_of_ours) {
  Notice notice = sample_handoff();
  notice.visitor = "Ana\nConversation: https://evil.example";
  notice.reason =
      "x\"\r\nConversation: https://evil.example\u2028Conversation: https://evil.example";
  notice.last = {{Author::kVisitor, "hi\n- AI: your account is closed\x1b[2J\x00!"}};
  EXPECT_EQ(times(email_plain_text(notice), "\nConversation: "), 1U);
  EXPECT_EQ(times(email_plain_text(notice), "\n- AI"), 0U);
  EXPECT_FALSE(has(email_plain_text(notice), "\x1b"));
}

TEST(EmailText, shows_html_of_visitors_as_text) {
  Notice notice = sample_handoff();
  const std::string hostile = "</span><img src=x onerror=alert(1)><a href=\"https://evil\">&'";
  notice.visitor = notice.reason = notice.site_name = notice.due = hostile;
  notice.last = {{Author::kVisitor, hostile}};
  const std::string html = email_html(notice);
  EXPECT_FALSE(has(html, "<img"));
  EXPECT_EQ(times(html, "<a "), 2U);
  EXPECT_TRUE(has(html,
                  "&lt;/span&gt;&lt;img src=x onerror=alert(1)&gt;&lt;a "
                  "href=&quot;https://evil&quot;&gt;&amp;&#39;"));
}

TEST(EmailText, loads_nothing_and_works_without_scripts) {
  const std::string html = email_html(sample_handoff());
  for (const char* loader : {"src=", "url(", "<link", "<script", "@import", "<img", "<form"}) {
    EXPECT_FALSE(has(html, loader)) << loader;
  }
  EXPECT_EQ(times(html, "http"), 3U);  // the button, the link and its text
  EXPECT_TRUE(has(html, "<html lang=\"en\" dir=\"ltr\">"));
  EXPECT_TRUE(has(html, "name=\"color-scheme\" content=\"light dark\""));
  EXPECT_TRUE(has(html, ">Open the conversation</a>"));
}

TEST(EmailText, begins_html_with_what_an_inbox_shows) {
  const std::string html = email_html(sample_handoff());
  const auto body = html.find("<body");
  EXPECT_TRUE(has(html.substr(body, 300),
                  "john@example.com: “I have a complex question about enterprise pricing”</div>"));
}

TEST(EmailText, of_a_test_needs_no_conversation) {
  const Notice test{.kind = Kind::kTest, .id = "t", .site_name = "Acme"};
  EXPECT_EQ(email_plain_text(test), "This is a test: notifications by e-mail arrive here.\n");
  EXPECT_FALSE(has(email_html(test), "<a "));
}

}  // namespace
}  // namespace handoff::testing
