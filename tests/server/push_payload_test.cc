#include "notify/push_payload.h"

#include <gtest/gtest.h>

#include "handoff/json.h"
#include "notify/web_push_crypto.h"
#include "support/example_notice.h"

namespace handoff::testing {
namespace {

using Kind = Notice::Kind;

Json notification_of(const Notice& notice) {
  return parse_json(push_payload(notice)).value()["notification"];
}

TEST(PushPayload, has_the_shape_of_a_declarative_message) {
  EXPECT_EQ(push_payload(example_notice()),
            R"({"web_push":8030,"notification":{"title":"🙋 Human Handoff Requested",)"
            R"("navigate":"https://handoff.example/c/c_Zm9vYmFyYmF6cXV4Zm9vYg",)"
            R"("tag":"c_Zm9vYmFyYmF6cXV4Zm9vYg","lang":"en",)"
            R"("data":{"id":"n_1","kind":"handoff","conversation":"c_Zm9vYmFyYmF6cXV4Zm9vYg"},)"
            R"("body":"john@example.com\nI have a complex question","dir":"auto",)"
            R"("timestamp":1795860000000,"renotify":true,)"
            R"("actions":[{"action":"open","title":"Open",)"
            R"("navigate":"https://handoff.example/c/c_Zm9vYmFyYmF6cXV4Zm9vYg"}]}})");
}

struct Said {
  Kind kind;
  std::string locale;
  std::string title;
  std::string body;
};

TEST(PushPayload, says_every_kind_of_news_in_both_languages) {
  const std::vector<Said> all{
      {Kind::kHandoff, "en", "🙋 Human Handoff Requested",
       "john@example.com\nI have a complex question\nPromised by Tue"},
      {Kind::kHandoff, "ro", "🙋 Un vizitator cere un om",
       "john@example.com\nI have a complex question\nPromis până Tue"},
      {Kind::kPromiseDue, "en", "⏰ A promise is due soon",
       "john@example.com\nI have a complex question\nPromised by Tue"},
      {Kind::kPromiseDue, "ro", "⏰ O promisiune expiră curând",
       "john@example.com\nI have a complex question\nPromis până Tue"},
      {Kind::kPromiseBroken, "en", "⏰ A promise was not kept",
       "john@example.com\nI have a complex question\nPromised by Tue"},
      {Kind::kPromiseBroken, "ro", "⏰ O promisiune nu a fost ținută",
       "john@example.com\nI have a complex question\nPromis până Tue"},
      {Kind::kDigest, "en", "🙋 Visitors waiting: 4",
       "Ann: Refund (Tue 24 Nov, 11:30)\nBob: Complaint\nKeyword\nand 1 more"},
      {Kind::kDigest, "ro-RO", "🙋 Vizitatori care așteaptă: 4",
       "Ann: Refund (Tue 24 Nov, 11:30)\nBob: Complaint\nKeyword\nși încă 1"},
      {Kind::kTeamBack, "en", "Promises still open: 4",
       "Ann: Refund (Tue 24 Nov, 11:30)\nBob: Complaint\nKeyword\nand 1 more"},
      {Kind::kTeamBack, "ro", "Promisiuni încă deschise: 4",
       "Ann: Refund (Tue 24 Nov, 11:30)\nBob: Complaint\nKeyword\nși încă 1"},
  };
  for (const Said& each : all) {
    const bool is_list = each.kind == Kind::kDigest || each.kind == Kind::kTeamBack;
    Notice notice = is_list ? example_list(each.kind) : example_notice();
    notice.kind = each.kind;
    notice.locale = each.locale;
    if (!is_list) notice.due = "Tue";
    const Json shown = notification_of(notice);
    EXPECT_EQ(shown["title"], each.title);
    EXPECT_EQ(shown["body"], each.body);
    EXPECT_EQ(shown["lang"], each.locale.substr(0, 2));
  }
}

TEST(PushPayload, says_of_a_test_that_it_is_one) {
  Notice notice{
      .kind = Kind::kTest, .id = "n_3", .site_name = "Acme", .link = "https://h.example/"};
  EXPECT_EQ(notification_of(notice)["title"], "A test: notifications of Acme arrive here");
  EXPECT_FALSE(notification_of(notice).contains("body"));
  notice.locale = "ro";
  EXPECT_EQ(notification_of(notice)["title"], "O probă: notificările de la Acme ajung aici");
  EXPECT_EQ(notification_of(notice)["actions"][0]["title"], "Deschideți");
}

TEST(PushPayload, is_english_where_there_are_no_words) {
  Notice notice = example_notice();
  notice.locale = "fr";
  EXPECT_EQ(notification_of(notice)["lang"], "en");
  EXPECT_EQ(notification_of(notice)["title"], "🙋 Human Handoff Requested");
}

TEST(PushPayload, is_silent_about_what_the_notice_does_not_hold) {
  Notice notice = example_notice();
  notice.visitor.clear();
  notice.reason.clear();
  notice.last = {{Author::kVisitor, "my card is 4111"}};
  const std::string payload = push_payload(notice);
  EXPECT_EQ(payload.find("4111"), std::string::npos);
  EXPECT_FALSE(parse_json(payload).value()["notification"].contains("body"));
}

TEST(PushPayload, lets_no_visitor_add_lines) {
  Notice notice = example_notice();
  notice.visitor = "Eve\nPromised by Mon";
  notice.reason = "a\r\n\u2028b\u202E";
  EXPECT_EQ(notification_of(notice)["body"], "Eve Promised by Mon\na b");
}

TEST(PushPayload, is_not_declarative_without_a_link) {
  Notice notice = example_list(Kind::kDigest);
  notice.link.clear();
  const Json payload = parse_json(push_payload(notice)).value();
  EXPECT_FALSE(payload.contains("web_push"));
  EXPECT_FALSE(payload["notification"].contains("navigate"));
  EXPECT_FALSE(payload["notification"].contains("actions"));
  EXPECT_EQ(payload["notification"]["tag"], "digest");
  EXPECT_TRUE(payload["notification"]["data"]["conversation"].is_null());
}

TEST(PushPayload, stays_below_three_kilobytes_with_the_longest_texts) {
  std::string endless;
  for (int i = 0; i < 5000; ++i) endless += "\"😀";
  Notice notice = example_notice();
  notice.visitor = notice.reason = notice.due = notice.site_name = endless;
  EXPECT_LT(push_payload(notice).size(), 3000U);
  Notice list = example_list(Kind::kDigest);
  for (auto& item : list.items) item.visitor = item.reason = item.due = endless;
  EXPECT_LT(push_payload(list).size(), 3000U);
  list.items.resize(1000, list.items[0]);
  EXPECT_LT(push_payload(list).size(), 3000U);
}

TEST(PushPayload, has_a_short_form_with_title_and_link_alone) {
  Notice notice = example_notice();
  notice.reason = std::string(3000, 'x');
  const Json whole = parse_json(short_push_payload(notice)).value();
  EXPECT_EQ(whole["web_push"], 8030);
  EXPECT_EQ(whole["notification"]["navigate"], notice.link);
  EXPECT_FALSE(whole["notification"].contains("body"));
  EXPECT_LT(short_push_payload(notice).size(), 400U);
}

}  // namespace
}  // namespace handoff::testing
