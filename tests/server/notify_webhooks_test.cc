#include <gtest/gtest.h>

#include <atomic>

#include "notify/webhook_secrets.h"
#include "service/notification_plan.h"
#include "support/answering_server.h"
#include "support/test_app.h"

/// Several webhooks beside each other.
namespace handoff::testing {
namespace {

constexpr const char* kSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
constexpr const char* kOtherSecret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

std::string settings_with(const std::string& notifications) {
  return R"({"outbound": {"allow_private_cidrs": ["127.0.0.0/8"]}, "notifications": {)" +
         notifications + "}}";
}

std::string webhook(const std::string& url, const std::string& secret, const std::string& events) {
  return R"({"url": ")" + url + R"(", "secret": ")" + secret + R"(", "events": [)" + events + "]}";
}

/// Whether the request is signed with this secret.
bool is_signed_with(const std::string& request, const std::string& secret) {
  const auto secrets = WebhookSecrets::parse(secret).value();
  return header_of(request, "webhook-signature") ==
         secrets.sign(header_of(request, "webhook-id"),
                      std::stoll(header_of(request, "webhook-timestamp")), body_of(request));
}

TEST(NotifyWebhooks, at_one_address_are_signed_each_with_its_own_secret) {
  AnsweringServer sink({answer_text(204, "")});
  TestApp app({.settings = settings_with(
                   R"("ladder": [], "webhooks": [)" +
                   webhook(sink.url("/hook"), kSecret, R"("handoff.requested")") + ", " +
                   webhook(sink.url("/hook"), kOtherSecret, R"("contact.given")") + "]")});
  auto visit = app.visitor();
  visit.client.post(visit.path("/handoff"));
  app.app->drain();
  visit.client.put(visit.path("/contact"), {{"email", "john@example.com"}});
  app.app->drain();
  const auto requests = sink.requests();
  ASSERT_EQ(requests.size(), 2U);
  EXPECT_TRUE(is_signed_with(requests[0], kSecret));
  EXPECT_TRUE(is_signed_with(requests[1], kOtherSecret));
}

TEST(WebhookKey, outlives_a_new_place_new_events_and_a_new_secret) {
  const WebhookSettings before{.url = "https://a.example/", .secret = kSecret};
  const std::string key = webhook_key(before);
  WebhookSettings after = before;
  after.events = {"taken_over"};
  const WebhookSettings other{.url = "https://b.example/", .secret = kSecret};
  NotificationSettings settings{.webhooks = {other, after}};
  EXPECT_EQ(webhook_of_key(settings, key), &settings.webhooks[1]);
  settings.webhooks[1].secret = kOtherSecret;
  EXPECT_EQ(webhook_of_key(settings, key), &settings.webhooks[1]);
  settings.webhooks.pop_back();
  EXPECT_EQ(webhook_of_key(settings, key), nullptr);
}

TEST(WebhookKey, names_one_of_several_at_an_address_and_guesses_none) {
  const WebhookSettings first{.url = "https://a.example/", .secret = kSecret};
  const WebhookSettings second{.url = "https://a.example/", .secret = kOtherSecret};
  const WebhookSettings chat{
      .url = "https://a.example/", .secret = kSecret, .format = WebhookSettings::Format::kSlack};
  NotificationSettings settings{.webhooks = {first, second, chat}};
  EXPECT_EQ(webhook_of_key(settings, webhook_key(first)), &settings.webhooks[0]);
  EXPECT_EQ(webhook_of_key(settings, webhook_key(second)), &settings.webhooks[1]);
  EXPECT_EQ(webhook_of_key(settings, webhook_key(chat)), &settings.webhooks[2]);
  settings.webhooks.erase(settings.webhooks.begin());
  EXPECT_EQ(webhook_of_key(settings, webhook_key(first)), nullptr);
}

/// Answers every request, and says how many there were.
class Counted {
 public:
  explicit Counted(std::string answer)
      : server_([this, answer = std::move(answer)](Peer& peer) {
          while (!peer.read_request().empty()) {
            peer.give("told " + std::to_string(++count_));
            peer.send(answer);
          }
        }) {}

  std::string url() const { return server_.url("/"); }
  bool told(int times) { return server_.wait_for("told " + std::to_string(times)); }

 private:
  std::atomic<int> count_{0};
  ScriptedServer server_;
};

TEST(NotifyWebhooks, a_slow_one_delays_neither_another_nor_another_channel) {
  constexpr int kHandoffs = 12;
  ScriptedServer slow([](Peer& peer) {
    peer.read_request();
    peer.give("asked");
    peer.wait_until_gone();
  });
  Counted quick(answer_text(204, ""));
  Counted graph(answer_text(200, R"({"messages": [{"id": "wamid.A="}]})"));
  TestApp app(
      {.settings = settings_with(R"("webhooks": [)" + webhook(slow.url("/"), kSecret, "") + ", " +
                                 webhook(quick.url(), kSecret, "") +
                                 R"(], "whatsapp": {"phone_number_id": "1", "access_token": "t",
                      "to": ["+40700000000"], "graph_url": ")" +
                                 graph.url() + R"("}, "ladder": [{"after_seconds": 0,
                      "channels": ["webhook", "whatsapp"]}])")});
  for (int i = 0; i < kHandoffs; ++i) {
    auto visit = app.visitor();
    visit.client.post(visit.path("/handoff"));
  }
  EXPECT_TRUE(slow.wait_for("asked"));
  EXPECT_TRUE(quick.told(kHandoffs));
  EXPECT_TRUE(graph.told(3));  // A person in a storm: the rest comes as a digest.
}

/// How many handoffs nobody was told of, as `/metrics` has it.
int untold(const TestApp& app) {
  const std::string body = RawClient(app.port()).ask(get("/metrics"))->body;
  const std::string name = "\nhandoff_untold_total ";
  const auto at = body.find(name);
  return at == std::string::npos ? -1 : std::stoi(body.substr(at + name.size()));
}

/// By how much one handoff raises it.
int untold_by_a_handoff(TestApp& app) {
  const int before = untold(app);
  auto visit = app.visitor();
  visit.client.post(visit.path("/handoff"));
  return untold(app) - before;
}

TEST(UntoldHandoffs, are_counted_where_no_channel_and_no_agent_is_there) {
  TestApp app;
  EXPECT_EQ(untold_by_a_handoff(app), 1);
}

TEST(UntoldHandoffs, are_counted_where_push_is_set_up_and_no_browser_wants_any) {
  TestApp app({.settings = settings_with(R"("push": {"subject": "mailto:ops@acme.example"})")});
  EXPECT_EQ(untold_by_a_handoff(app), 1);
}

TEST(UntoldHandoffs, are_none_with_somebody_in_the_dashboard) {
  TestApp app;
  const auto ana = app.agent("Ana");
  EXPECT_EQ(untold_by_a_handoff(app), 0);
}

TEST(UntoldHandoffs, are_none_where_a_webhook_is_told) {
  AnsweringServer sink({answer_text(204, "")});
  TestApp app(
      {.settings = settings_with(R"("webhooks": [)" + webhook(sink.url(), kSecret, "") + "]")});
  EXPECT_EQ(untold_by_a_handoff(app), 0);
}

}  // namespace
}  // namespace handoff::testing
