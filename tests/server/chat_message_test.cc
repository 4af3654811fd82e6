#include "notify/chat_message.h"

#include <gtest/gtest.h>

#include "handoff/json.h"
#include "handoff/utf8.h"
#include "notify/slack_message.h"
#include "notify/teams_message.h"
#include "support/example_notice.h"
#include "support/sample_notices.h"

/// What people read in Slack and Teams.
namespace handoff::testing {
namespace {

using Kind = Notice::Kind;

constexpr std::size_t kSlackBlockMost = 3000;  // characters
constexpr std::size_t kSlackHeaderMost = 150;  // characters
constexpr std::size_t kTeamsMost = 28 * 1024;  // bytes

Json slack(const Notice& notice) { return parse_json(slack_message(notice)).value(); }
Json teams(const Notice& notice) { return parse_json(teams_message(notice)).value(); }
Json card(const Notice& notice) { return teams(notice)["attachments"][0]["content"]; }

/// All that is shown, in order.
std::string shown(const Json& value) {
  std::string out;
  if (value.is_object() && value.contains("text") && value["text"].is_string())
    return value["text"].get<std::string>();
  if (value.is_structured()) {
    for (const auto& each : value) out += shown(each);
  }
  return out;
}

Notice longest() {
  std::string endless;
  for (int i = 0; i < 5000; ++i) endless += "\"<😀";
  Notice notice = sample_handoff();
  notice.visitor = notice.reason = notice.due = notice.site_name = notice.title = endless;
  for (auto& line : notice.last) line.text = endless;
  notice.items.assign(1000, {endless, endless, notice.link, endless});
  return notice;
}

TEST(SlackMessage, has_the_documented_shape) {
  Notice notice = sample_handoff();
  notice.due = "Tue 24 Nov, 11:30";
  notice.last.resize(1);
  EXPECT_EQ(
      slack_message(notice),
      R"({"text":"🙋 Human Handoff Requested\nFrom: john@example.com\n)"
      R"(Reason: I have a complex question about enterprise pricing\n)"
      R"(Promised by Tue 24 Nov, 11:30\nhttps://handoff.example/c/c_8KX2",)"
      R"("mrkdwn":false,"unfurl_links":false,"unfurl_media":false,"blocks":[)"
      R"({"type":"header","text":{"type":"plain_text","text":"🙋 Human Handoff Requested"}},)"
      R"({"type":"rich_text","elements":[{"type":"rich_text_section","elements":[)"
      R"({"type":"text","text":"From: ","style":{"bold":true}},)"
      R"({"type":"text","text":"john@example.com"},{"type":"text","text":"\n"},)"
      R"({"type":"text","text":"Reason: ","style":{"bold":true}},)"
      R"({"type":"text","text":"I have a complex question about enterprise pricing"},)"
      R"({"type":"text","text":"\n"},{"type":"text","text":"Promised by Tue 24 Nov, 11:30"}]},)"
      R"({"type":"rich_text_quote","elements":[)"
      R"({"type":"text","text":"Visitor: ","style":{"bold":true}},)"
      R"({"type":"text","text":"Do you have prices for 60 seats?"}]},)"
      R"({"type":"rich_text_section","elements":[)"
      R"({"type":"link","url":"https://handoff.example/c/c_8KX2","text":"Open"}]}]}]})");
}

TEST(TeamsMessage, has_the_documented_shape) {
  Notice notice = sample_handoff();
  notice.last.resize(1);
  EXPECT_EQ(
      teams_message(notice),
      R"({"type":"message","attachments":[{)"
      R"("contentType":"application/vnd.microsoft.card.adaptive","contentUrl":null,"content":{)"
      R"("$schema":"http://adaptivecards.io/schemas/adaptive-card.json",)"
      R"("type":"AdaptiveCard","version":"1.2","msteams":{"width":"Full"},"body":[)"
      R"({"type":"RichTextBlock","inlines":[{"type":"TextRun",)"
      R"("text":"🙋 Human Handoff Requested","weight":"Bolder","size":"Large"}]},)"
      R"({"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"From: ",)"
      R"("weight":"Bolder"},{"type":"TextRun","text":"john@example.com"}]},)"
      R"({"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"Reason: ",)"
      R"("weight":"Bolder"},{"type":"TextRun",)"
      R"("text":"I have a complex question about enterprise pricing"}]},)"
      R"({"type":"Container","style":"emphasis","items":[{"type":"RichTextBlock","inlines":[)"
      R"({"type":"TextRun","text":"Visitor: ","weight":"Bolder"},)"
      R"({"type":"TextRun","text":"Do you have prices for 60 seats?"}]}]}],)"
      R"("actions":[{"type":"Action.OpenUrl","title":"Open",)"
      R"("url":"https://handoff.example/c/c_8KX2"}]}}]})");
}

TEST(SlackMessage, lets_no_visitor_call_anybody_or_pose_as_markup) {
  Notice notice = sample_handoff();
  notice.visitor = "<!here> @channel *x*";
  notice.reason = "<https://evil.example|Open> a&b @everyone, (@here) ann@acme.example <@U1>";
  const Json message = slack(notice);
  const std::string text = message["text"];
  for (const char* bad : {"<!", "<@", "<h", "@channel", "@everyone", "@here"})
    EXPECT_EQ(text.find(bad), std::string::npos) << bad << " in " << text;
  EXPECT_NE(text.find("&lt;!here&gt;"), std::string::npos);
  EXPECT_NE(text.find("a&amp;b"), std::string::npos);
  EXPECT_NE(text.find("ann@acme.example"), std::string::npos);
  EXPECT_EQ(message["mrkdwn"], false);
  // In the blocks it is nothing but text.
  const Json& runs = message["blocks"][1]["elements"][0]["elements"];
  EXPECT_EQ(runs[1], (Json{{"type", "text"}, {"text", notice.visitor}}));
  EXPECT_EQ(runs[4], (Json{{"type", "text"}, {"text", notice.reason}}));
  EXPECT_EQ(dump_json(message["blocks"]).find("mrkdwn"), std::string::npos);
}

TEST(TeamsMessage, holds_no_element_that_knows_markdown) {
  Notice notice = sample_handoff();
  notice.visitor = notice.reason = "[Open](https://evil.example) **x** <at>Ann</at>";
  const std::string text = teams_message(notice);
  for (const char* reads_markdown :
       {R"("TextBlock")", R"("FactSet")", R"("fallbackText")", R"("entities")"})
    EXPECT_EQ(text.find(reads_markdown), std::string::npos) << reads_markdown;
  const Json run = card(notice)["body"][1]["inlines"][1];
  EXPECT_EQ(run, (Json{{"type", "TextRun"}, {"text", notice.visitor}}));
}

TEST(ChatMessage, lets_no_visitor_add_lines) {
  Notice notice = sample_handoff();
  notice.visitor = "Eve\nReason: paid\u202E";
  notice.last = {{Author::kVisitor, "a\r\nAgent: b"}};
  const ChatMessage message = chat_message(notice);
  EXPECT_EQ(text_of(message.lines[0]), "From: Eve Reason: paid");
  EXPECT_EQ(text_of(message.said[0]), "Visitor: a Agent: b");
}

TEST(ChatMessage, says_every_kind_of_news_in_both_languages) {
  Notice notice = sample_handoff();
  notice.last = {{Author::kAi, "Hm."}};
  notice.locale = "ro-RO";
  for (const auto& [kind, title] :
       {std::pair{Kind::kHandoff, "🙋 Un vizitator cere un om"},
        std::pair{Kind::kPromiseDue, "⏰ O promisiune expiră curând"},
        std::pair{Kind::kPromiseBroken, "⏰ O promisiune nu a fost ținută"}}) {
    notice.kind = kind;
    EXPECT_EQ(chat_message(notice).title, title);
  }
  EXPECT_EQ(text_of(chat_message(notice).lines[0]), "De la: john@example.com");
  EXPECT_EQ(chat_message(notice).open, "Deschideți");
}

TEST(ChatMessage, lists_the_open_promises_and_how_many_more_there_are) {
  const ChatMessage message = chat_message(sample_list(Kind::kTeamBack, 7));
  EXPECT_EQ(message.title, "Promises still open: 7");
  ASSERT_EQ(message.lines.size(), 6U);
  EXPECT_EQ(text_of(message.lines[0]), "Ana: Where is my order? (Tue 24 Nov, 11:30)");
  EXPECT_EQ(text_of(message.lines[5]), "and 2 more");
}

TEST(ChatMessage, of_a_test_is_its_title_and_a_link) {
  const Notice notice{
      .kind = Kind::kTest, .id = "t", .site_name = "Smith & Sons", .link = "https://h.example/"};
  EXPECT_EQ(slack(notice)["text"],
            "A test: notifications of Smith &amp; Sons arrive here\nhttps://h.example/");
  EXPECT_EQ(shown(card(notice)["body"]), "A test: notifications of Smith & Sons arrive here");
}

TEST(ChatMessage, needs_no_link) {
  Notice notice = sample_handoff();
  notice.link.clear();
  EXPECT_FALSE(card(notice).contains("actions"));
  EXPECT_EQ(slack_message(notice).find("\"link\""), std::string::npos);
  notice = {.kind = Kind::kTest, .id = "t", .site_name = "Acme"};
  EXPECT_EQ(slack(notice)["blocks"].size(), 1U);
}

TEST(ChatMessage, stays_within_what_slack_and_teams_take) {
  const Notice notice = longest();
  const Json message = slack(notice);
  for (const Json& block : message["blocks"]) EXPECT_LE(code_points(shown(block)), kSlackBlockMost);
  EXPECT_LE(code_points(message["blocks"][0]["text"]["text"].get<std::string>()), kSlackHeaderMost);
  EXPECT_LT(teams_message(notice).size(), kTeamsMost);
}

}  // namespace
}  // namespace handoff::testing
