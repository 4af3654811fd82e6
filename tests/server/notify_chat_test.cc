#include <gtest/gtest.h>

#include "support/answering_server.h"
#include "support/test_app.h"

/// Slack and Teams through the whole server.
namespace handoff::testing {
namespace {

std::string settings_with(const std::string& url, const std::string& format,
                          const std::string& events, const std::string& more) {
  return R"({"site": {"url": "https://handoff.acme.example"}, )" + more +
         R"("outbound": {"allow_private_cidrs": ["127.0.0.0/8"]}, "notifications": {"webhooks":
    [{"url": ")" +
         url + R"(", "format": ")" + format + R"(", "events": [)" + events +
         R"(]}], "ladder": [{"after_seconds": 0, "channels": ["webhook"]}]}})";
}

/// The server with one chat; both answer as theirs do.
struct Chat {
  explicit Chat(const std::string& format, const std::string& events = "",
                const std::string& more = "")
      : sink({format == "slack" ? answer_text(200, "ok") : answer_text(202, "")}),
        app({.settings = settings_with(sink.url("/services/T0"), format, events, more)}) {}

  void say(const std::string& text) {
    visit.client.post(visit.path("/messages"), {{"client_id", text}, {"text", text}});
    app.app->drain();
  }
  Json sent(std::size_t index) { return *parse_json(body_of(sink.requests().at(index))); }

  AnsweringServer sink;
  TestApp app;
  ApiClient ana = app.agent("Ana", "admin");
  TestApp::Visit visit = app.visitor();
};

TEST(NotifyChat, tells_a_team_in_slack_that_somebody_waits) {
  Chat chat("slack");
  chat.visit.client.put(chat.visit.path("/contact"), {{"name", "John"}});
  chat.visit.client.post(chat.visit.path("/handoff"));
  chat.app.app->drain();
  ASSERT_EQ(chat.sink.requests().size(), 1U);
  EXPECT_EQ(chat.sent(0)["text"],
            "🙋 Human Handoff Requested\nFrom: John\nReason: Asked for a person\n"
            "https://handoff.acme.example/c/" +
                chat.visit.id);
  const Json done = chat.ana.get("/v1/deliveries?state=done").body["items"];
  EXPECT_EQ(done.size(), 1U);
}

TEST(NotifyChat, tells_a_team_in_teams_and_takes_202_for_delivered) {
  Chat chat("teams");
  chat.visit.client.post(chat.visit.path("/handoff"));
  chat.app.app->drain();
  EXPECT_EQ(chat.sent(0)["attachments"][0]["content"]["type"], "AdaptiveCard");
  EXPECT_EQ(chat.ana.get("/v1/deliveries?state=done").body["items"].size(), 1U);
}

TEST(NotifyChat, says_in_a_line_what_else_somebody_subscribed_to) {
  Chat chat("slack", R"("message", "taken_over", "closed", "rated")");
  chat.say("hello, is my order there?");
  chat.ana.post(chat.visit.path("/takeover"));
  chat.ana.post(chat.visit.path("/close"));
  chat.visit.client.post(chat.visit.path("/rating"), {{"score", 4}, {"text", "nice"}});
  chat.app.app->drain();
  std::set<std::string> titles;
  for (std::size_t i = 0; i < chat.sink.requests().size(); ++i)
    titles.insert(chat.sent(i)["blocks"][0]["text"]["text"].get<std::string>());
  for (const char* title : {"New message", "Taken over: Ana", "Closed: Ana", "Rated: 4/5"})
    EXPECT_TRUE(titles.count(title)) << title;
  EXPECT_NE(dump_json(chat.sent(0)).find("hello, is my order there?"), std::string::npos);
}

TEST(NotifyChat, covers_what_belongs_to_the_visitor_in_every_event) {
  Chat chat("teams", R"("message", "contact.given", "handoff.requested")");
  chat.say("I am john@example.com, a person please");
  chat.visit.client.put(chat.visit.path("/contact"), {{"email", "john@example.com"}});
  chat.app.app->drain();
  ASSERT_GE(chat.sink.requests().size(), 3U);
  for (const auto& request : chat.sink.requests())
    EXPECT_EQ(request.find("john@example.com"), std::string::npos);
}

TEST(NotifyChat, says_nothing_of_a_visitor_where_no_text_may_leave) {
  Chat chat("slack", R"("message", "rated")", R"("privacy": {"notification_text": "none"}, )");
  chat.say("my secret wish");
  ASSERT_GE(chat.sink.requests().size(), 1U);
  for (const auto& request : chat.sink.requests())
    EXPECT_EQ(request.find("secret"), std::string::npos);
}

TEST(NotifyChat, is_tested_in_its_own_form) {
  Chat chat("slack");
  const auto tested = chat.ana.post("/v1/notifications/test", {{"channel", "webhook"}});
  EXPECT_EQ(tested.body["results"][0]["ok"], true);
  EXPECT_EQ(chat.sent(0)["blocks"][0]["text"]["text"],
            "A test: notifications of Handoff arrive here");
}

}  // namespace
}  // namespace handoff::testing
