#include <gtest/gtest.h>

#include "notify/base64url.h"
#include "notify/p256.h"
#include "notify/push_services.h"
#include "support/answering_server.h"
#include "support/test_app.h"

/// Which browsers are told, and when they need not be.
namespace handoff::testing {
namespace {

constexpr const char* kSettings =
    R"({"outbound": {"allow_private_cidrs": ["127.0.0.0/8"]}, "notifications": {
    "push": {"subject": "mailto:ops@acme.example", "hosts": ["127.0.0.1"]},
    "ladder": [{"after_seconds": 0, "channels": ["push"]}]}})";
constexpr const char* kPath = "/v1/push-subscriptions";

Json browser(const std::string& endpoint) {
  return {{"endpoint", endpoint},
          {"keys",
           {{"p256dh", to_base64url(P256Key::generate().point())},
            {"auth", to_base64url(std::string(16, 'a'))}}}};
}

/// The server, a push service, and an agent whose browser wants notifications.
struct Pushed {
  Pushed() { EXPECT_EQ(ana.post(kPath, browser(endpoint)).status, 201); }

  void ask_for_person(TestApp::Visit& visit) {
    visit.client.post(visit.path("/handoff"));
    app.app->drain();
  }
  std::size_t count() { return service.requests().size(); }

  AnsweringServer service{{answer_text(201, "")}};
  std::string endpoint = service.url("/send/ana");
  TestApp app{{.settings = kSettings}};
  ApiClient ana = app.agent("Ana");
};

/// An agent who has this conversation open.
RawClient opened(const TestApp& app, const std::string& path, const ApiClient& agent) {
  RawClient stream(app.port());
  stream.send(get(path + "/events",
                  "Accept: text/event-stream\r\nCookie: " + agent.credentials.cookie + "\r\n"));
  stream.read_through("retry: ");
  return stream;
}

TEST(NotifyPush, does_not_page_who_has_this_conversation_open) {
  Pushed pushed;
  auto visit = pushed.app.visitor();
  const RawClient stream = opened(pushed.app, visit.path(), pushed.ana);
  pushed.ask_for_person(visit);
  EXPECT_EQ(pushed.count(), 0U);
}

TEST(NotifyPush, pages_who_has_another_conversation_open) {
  Pushed pushed;
  auto visit = pushed.app.visitor();
  auto other = pushed.app.visitor();
  const RawClient stream = opened(pushed.app, other.path(), pushed.ana);
  pushed.ask_for_person(visit);
  EXPECT_EQ(pushed.count(), 1U);
}

TEST(NotifyPush, pages_an_agent_although_a_colleague_has_the_conversation_open) {
  Pushed pushed;
  auto visit = pushed.app.visitor();
  const auto bob = pushed.app.agent("Bob");
  const RawClient stream = opened(pushed.app, visit.path(), bob);
  pushed.ask_for_person(visit);
  EXPECT_EQ(pushed.count(), 1U);
}

TEST(NotifyPush, ends_when_the_browser_says_so_and_at_nobody_elses_word) {
  Pushed pushed;
  auto bob = pushed.app.agent("Bob");
  const Json which = {{"endpoint", pushed.endpoint}};
  EXPECT_EQ(bob.call("DELETE", kPath, which).status, 204);
  auto first = pushed.app.visitor();
  pushed.ask_for_person(first);
  EXPECT_EQ(pushed.count(), 1U);
  EXPECT_EQ(pushed.ana.call("DELETE", kPath, which).status, 204);
  EXPECT_EQ(pushed.ana.call("DELETE", kPath, which).status, 204);
  auto second = pushed.app.visitor();
  pushed.ask_for_person(second);
  EXPECT_EQ(pushed.count(), 1U);
  EXPECT_EQ(pushed.ana.call("DELETE", kPath, Json::object()).status, 400);
}

TEST(NotifyPush, takes_no_browser_that_leads_somewhere_else) {
  Pushed pushed;
  for (const char* endpoint :
       {"https://10.0.0.1/send", "https://evil.example/send", "http://localhost:6379/",
        "https://fcm.googleapis.com.evil.example/send", "https://web.push.apple.com@10.0.0.1/"}) {
    const auto refused = pushed.ana.post(kPath, browser(endpoint));
    EXPECT_EQ(refused.status, 400) << endpoint;
    EXPECT_EQ(dump_json(refused.body).find(endpoint), std::string::npos);
  }
  EXPECT_EQ(pushed.ana.post(kPath, browser("https://fcm.googleapis.com/fcm/send/x")).status, 201);
}

TEST(PushServices, are_those_of_the_browsers_and_those_of_the_settings) {
  for (const char* host :
       {"fcm.googleapis.com", "FCM.googleapis.com", "updates.push.services.mozilla.com",
        "web.push.apple.com", "wns2-par02p.notify.windows.com", "push.acme.example"}) {
    EXPECT_TRUE(is_push_service(host, {"Push.acme.example"})) << host;
  }
  for (const char* host : {"", "googleapis.com", "storage.googleapis.com", "evilpush.apple.com.x",
                           "notify.windows.com", "push.apple.com", "acme.example"}) {
    EXPECT_FALSE(is_push_service(host, {"push.acme.example"})) << host;
  }
}

}  // namespace
}  // namespace handoff::testing
