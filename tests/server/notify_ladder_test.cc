#include <gtest/gtest.h>

#include "notify/base64url.h"
#include "notify/p256.h"
#include "support/answering_server.h"
#include "support/test_app.h"

/// Who is told when somebody waits, through the whole server to real sockets.
namespace handoff::testing {
namespace {

constexpr const char* kSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

std::string settings_with(const std::string& url, const std::string& events,
                          const std::string& ladder, const std::string& more = "") {
  return R"({"site": {"url": "https://handoff.acme.example/"}, )" + more +
         R"("outbound": {"allow_private_cidrs": ["127.0.0.0/8"]}, "notifications": {"push":
    {"subject": "mailto:ops@acme.example", "hosts": ["127.0.0.1"]}, "webhooks": [{"url": ")" +
         url + R"(", "secret": ")" + kSecret + R"(", "events": [)" + events +
         R"(]}], "ladder": [)" + ladder + "]}}";
}

constexpr const char* kAtOnce = R"({"after_seconds": 0, "channels": ["webhook"]})";
constexpr const char* kTwice = R"({"after_seconds": 0, "channels": ["webhook"]},
                                  {"after_seconds": 60, "channels": ["webhook"]})";

/// The server with one webhook that gives these answers.
struct Told {
  explicit Told(std::vector<std::string> answers = {answer_text(204, "")},
                const std::string& events = "", const std::string& ladder = kAtOnce,
                const std::string& more = "")
      : sink(std::move(answers)),
        app({.settings = settings_with(sink.url("/hook?key=s3cret"), events, ladder, more)}) {}

  void later(Seconds by) {
    app.clock->advance(by);
    app.app->drain();
  }
  Json sent(std::size_t index) { return *parse_json(body_of(sink.requests().at(index))); }
  std::size_t count() { return sink.requests().size(); }
  void ask_for_person() {
    visit.client.post(visit.path("/handoff"));
    app.app->drain();
  }

  AnsweringServer sink;
  TestApp app;
  ApiClient ana = app.agent("Ana", "admin");
  TestApp::Visit visit = app.visitor();
};

TEST(NotifyLadder, tells_at_each_step_while_somebody_waits) {
  Told told({answer_text(204, "")}, "", kTwice);
  told.ask_for_person();
  ASSERT_EQ(told.count(), 1U);
  EXPECT_EQ(told.sent(0)["type"], "handoff.alert");
  EXPECT_EQ(told.sent(0)["event"]["type"], "handoff.requested");
  EXPECT_EQ(told.sent(0)["conversation"]["id"], told.visit.id);
  EXPECT_EQ(told.sent(0)["notice"]["link"], "https://handoff.acme.example/c/" + told.visit.id);
  told.later(Seconds(59));
  EXPECT_EQ(told.count(), 1U);
  told.later(Seconds(1));
  EXPECT_EQ(told.count(), 2U);
}

TEST(NotifyLadder, ends_when_somebody_takes_over_retries_included) {
  // An agent who is lost begins a ladder of its own.
  Told told({answer_text(500, "")}, "", kTwice, R"("human": {"agent_lost_seconds": 3600}, )");
  told.ask_for_person();
  told.ana.post(told.visit.path("/takeover"));
  told.later(Seconds(3000));
  EXPECT_EQ(told.count(), 1U);
  EXPECT_TRUE(told.ana.get("/v1/deliveries").body["items"].empty());
}

TEST(NotifyLadder, begins_anew_when_the_agent_is_lost) {
  Told told;
  told.ask_for_person();
  told.ana.post(told.visit.path("/takeover"));
  ASSERT_EQ(told.count(), 1U);
  told.app.clock->advance(Seconds(61));
  told.app.app->tick();
  told.app.app->drain();
  ASSERT_EQ(told.count(), 2U);
  EXPECT_EQ(told.sent(1)["type"], "handoff.alert");
  EXPECT_EQ(told.sent(1)["event"]["type"], "agent.lost");
}

TEST(NotifyLadder, tells_also_when_nobody_is_there_and_a_callback_is_promised) {
  Told told({answer_text(204, "")}, "", kAtOnce,
            R"("availability": {"override": {"state": "closed"}}, )");
  told.ask_for_person();
  ASSERT_EQ(told.count(), 1U);
  EXPECT_EQ(told.sent(0)["conversation"]["state"], "callback");
  EXPECT_FALSE(told.sent(0)["notice"]["due"].is_null());
}

TEST(NotifyLadder, covers_what_belongs_to_the_visitor) {
  Told told;
  told.visit.client.post(told.visit.path("/messages"),
                         {{"client_id", "1"}, {"text", "I am john@example.com, a person please"}});
  told.visit.client.put(told.visit.path("/contact"),
                        {{"name", "John"}, {"email", "john@example.com"}});
  told.ask_for_person();
  ASSERT_EQ(told.count(), 1U);
  EXPECT_EQ(told.sink.requests()[0].find("john@example.com"), std::string::npos);
  EXPECT_NE(dump_json(told.sent(0)["notice"]).find("@example.com"), std::string::npos);
}

TEST(NotifySubscription, gets_each_event_in_full_once_and_is_not_cancelled) {
  Told told({answer_text(500, ""), answer_text(204, "")},
            R"("handoff.requested", "taken_over", "contact.given")", "");
  told.visit.client.put(told.visit.path("/contact"), {{"email", "john@example.com"}});
  told.visit.client.post(told.visit.path("/handoff"));
  told.ana.post(told.visit.path("/takeover"));
  told.app.app->drain();
  told.later(Seconds(5));
  std::map<std::string, int> succeeded;
  for (std::size_t i = 1; i < told.count(); ++i) ++succeeded[told.sent(i)["type"]];
  EXPECT_EQ(succeeded, (std::map<std::string, int>{
                           {"contact.given", 1}, {"handoff.requested", 1}, {"taken_over", 1}}));
  EXPECT_EQ(told.sent(1)["conversation"]["contact"]["email"], "john@example.com");
}

TEST(NotifyRetry, comes_within_five_seconds_under_the_same_id) {
  Told told({answer_text(500, ""), answer_text(204, "")});
  told.ask_for_person();
  told.later(Seconds(5));
  const auto requests = told.sink.requests();
  ASSERT_EQ(requests.size(), 2U);
  EXPECT_EQ(header_of(requests[0], "webhook-id"), header_of(requests[1], "webhook-id"));
  EXPECT_EQ(body_of(requests[0]), body_of(requests[1]));
  told.later(Seconds(3600));
  EXPECT_EQ(told.count(), 2U);
}

TEST(NotifyRetry, waits_as_long_as_it_was_asked_to) {
  Told told({answer_text(429, "", "Retry-After: 120\r\n"), answer_text(204, "")});
  told.ask_for_person();
  told.later(Seconds(119));
  EXPECT_EQ(told.count(), 1U);
  told.later(Seconds(1));
  EXPECT_EQ(told.count(), 2U);
}

TEST(NotifyDeliveries, a_refused_one_is_seen_as_dead_and_can_be_sent_again) {
  Told told({answer_text(400, ""), answer_text(204, "")});
  told.ask_for_person();
  const Json dead = told.ana.get("/v1/deliveries?state=dead").body["items"];
  ASSERT_EQ(dead.size(), 1U);
  EXPECT_EQ(dead[0]["said"], "answered 400");
  EXPECT_EQ(dump_json(dead).find("s3cret"), std::string::npos);
  const std::string path = "/v1/deliveries/" + dead[0]["id"].get<std::string>() + "/replay";
  EXPECT_EQ(told.ana.post(path).status, 200);
  told.app.app->drain();
  EXPECT_EQ(header_of(told.sink.requests().at(1), "webhook-id"), dead[0]["id"]);
  EXPECT_EQ(told.ana.get("/v1/deliveries?state=done").body["items"].size(), 1U);
  EXPECT_EQ(told.ana.post(path).status, 409);
  EXPECT_EQ(told.app.agent("Bob").get("/v1/deliveries").status, 403);
}

TEST(NotifyTest, sends_through_one_channel_and_says_what_came_back) {
  Told told({answer_text(204, ""), answer_text(404, "")});
  const auto good = told.ana.post("/v1/notifications/test", {{"channel", "webhook"}});
  EXPECT_EQ(good.status, 200);
  EXPECT_EQ(good.body["results"][0]["ok"], true);
  EXPECT_EQ(dump_json(good.body).find("s3cret"), std::string::npos);
  const auto bad = told.ana.post("/v1/notifications/test", {{"channel", "webhook"}});
  EXPECT_EQ(bad.body["results"][0]["ok"], false);
  EXPECT_EQ(bad.body["results"][0]["said"], "answered 404");
  EXPECT_EQ(told.ana.post("/v1/notifications/test", {{"channel", "whatsapp"}}).status, 409);
}

Json browser(const std::string& endpoint) {
  return {{"endpoint", endpoint},
          {"keys",
           {{"p256dh", to_base64url(P256Key::generate().point())},
            {"auth", to_base64url(std::string(16, 'a'))}}}};
}

TEST(NotifyPush, reaches_the_browsers_of_agents_until_they_are_gone) {
  Told told({answer_text(204, "")}, "", R"({"after_seconds": 0, "channels": ["push"]})");
  AnsweringServer service({answer_text(201, ""), answer_text(410, "")});
  const std::string path = "/v1/push-subscriptions";
  EXPECT_EQ(told.ana.get(path).body["public_key"].get<std::string>().size(), 87U);
  ASSERT_EQ(told.ana.post(path, browser(service.url("/send/a"))).status, 201);
  told.ask_for_person();
  EXPECT_EQ(service.requests().size(), 1U);
  EXPECT_EQ(told.ana.post("/v1/notifications/test", {{"channel", "push"}}).status, 200);
  EXPECT_EQ(service.requests().size(), 2U);
  EXPECT_EQ(told.ana.post("/v1/notifications/test", {{"channel", "push"}}).status, 409);
}

TEST(NotifyPush, keeps_its_key_over_a_restart_and_ends_with_the_agent) {
  Told told({answer_text(204, "")}, "", R"({"after_seconds": 0, "channels": ["push"]})");
  AnsweringServer service({answer_text(201, "")});
  const std::string path = "/v1/push-subscriptions";
  const std::string key = told.ana.get(path).body["public_key"];
  auto bob = told.app.agent("Bob");
  ASSERT_EQ(bob.post(path, browser(service.url("/send/b"))).status, 201);
  const std::string id = bob.get("/v1/session").body["agent"]["id"];
  EXPECT_EQ(told.ana.remove("/v1/agents/" + id).status, 204);
  told.ask_for_person();
  EXPECT_EQ(service.requests().size(), 0U);
  told.app.restart();
  EXPECT_EQ(told.app.agent("Ana").get(path).body["public_key"], key);
}

}  // namespace
}  // namespace handoff::testing
