#include <gtest/gtest.h>

#include "support/answering_server.h"
#include "support/test_app.h"

/// WhatsApp through the whole server: the alert, and what Meta reports of it.
namespace handoff::testing {
namespace {

std::string settings_with(const std::string& graph_url) {
  return R"({"outbound": {"allow_private_cidrs": ["127.0.0.0/8"]}, "notifications": {"whatsapp": {
    "phone_number_id": "106540352242922", "access_token": "very-secret", "to": ["+40700000000"],
    "graph_url": ")" +
         graph_url + R"(", "app_secret": "app-secret", "verify_token": "agreed"},
    "ladder": [{"after_seconds": 0, "channels": ["whatsapp"]}]}})";
}

constexpr const char* kTaken =
    R"({"messaging_product":"whatsapp","contacts":[{"input":"+40700000000","wa_id":"40700000000"}],)"
    R"("messages":[{"id":"wamid.A="}]})";

/// As Meta would post it; the signature is that of these very bytes with `app-secret`.
constexpr const char* kDelivered =
    R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"value":{)"
    R"("messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881",)"
    R"("phone_number_id":"106540352242922"},"statuses":[{"id":"wamid.A=","status":"read",)"
    R"("timestamp":"1750857384","recipient_id":"40700000000"}]},"field":"messages"}]}]})";
constexpr const char* kSignature =
    "sha256=e5a317854249bcf1bb6c7d58638a19497883db0cf5242ffb06e7e2e7e0e23608";

std::string post(const std::string& body, const std::string& signature) {
  return "POST /v1/hooks/whatsapp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
         "X-Hub-Signature-256: " +
         signature + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

TEST(NotifyWhatsapp, alerts_and_shows_what_became_of_it) {
  AnsweringServer graph({answer_text(200, kTaken)});
  TestApp app({.settings = settings_with(graph.url("/v25.0"))});
  auto ana = app.agent("Ana", "admin");
  auto visit = app.visitor();
  visit.client.post(visit.path("/handoff"));
  app.app->drain();
  ASSERT_EQ(graph.requests().size(), 1U);
  RawClient meta(app.port());
  EXPECT_EQ(meta.ask(post(kDelivered, "sha256=0000"))->status, 403);
  RawClient signed_by_meta(app.port());
  EXPECT_EQ(signed_by_meta.ask(post(kDelivered, kSignature))->status, 200);
  const Json items = ana.get("/v1/deliveries").body["items"];
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0]["said"], "read");
  EXPECT_EQ(dump_json(items).find("40700000000"), std::string::npos);
}

TEST(NotifyWhatsapp, answers_the_handshake_to_who_knows_the_token) {
  TestApp app({.settings = settings_with("http://127.0.0.1:9/v25.0")});
  RawClient meta(app.port());
  const std::string path =
      "/v1/hooks/whatsapp?hub.mode=subscribe&hub.challenge=1158201444"
      "&hub.verify_token=";
  const auto answer = meta.ask(get(path + "agreed"));
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->body, "1158201444");
  EXPECT_EQ(RawClient(app.port()).ask(get(path + "other"))->status, 403);
}

}  // namespace
}  // namespace handoff::testing
