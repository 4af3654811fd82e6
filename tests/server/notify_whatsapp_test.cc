#include <gtest/gtest.h>
#include <openssl/evp.h>

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

constexpr const char* kTakenAgain =
    R"({"messaging_product":"whatsapp","messages":[{"id":"wamid.C="}]})";

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

/// What Meta writes into the header for these bytes.
std::string signature_of(const std::string& body, const std::string& secret = "app-secret") {
  unsigned char digest[32];
  std::size_t size = 0;
  EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, secret.data(), secret.size(),
            reinterpret_cast<const unsigned char*>(body.data()), body.size(), digest, sizeof digest,
            &size);
  std::string out = "sha256=";
  for (const unsigned char byte : digest) {
    out += "0123456789abcdef"[byte >> 4];
    out += "0123456789abcdef"[byte & 15];
  }
  return out;
}

/// A post of Meta's with this in `value`.
std::string change(const std::string& value) {
  return R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"value":{)"
         R"("messaging_product":"whatsapp","metadata":{"phone_number_id":"106540352242922"},)" +
         value + R"(},"field":"messages"}]}]})";
}

std::string status(const std::string& state, const std::string& more = "") {
  return change(R"("statuses":[{"id":"wamid.A=","status":")" + state +
                R"(","timestamp":"1750857384")" + more + "}]");
}

/// The server, the other side, and somebody who waits and was alerted.
struct Alerted {
  explicit Alerted(const std::string& secret = "app-secret") : app({.settings = settings(secret)}) {
    ask_for_person();
  }

  std::string settings(const std::string& secret) const {
    std::string text = settings_with(graph.url("/v25.0"));
    const std::string given = R"("app_secret": "app-secret", )";
    if (secret.empty()) text.erase(text.find(given), given.size());
    return text;
  }
  void ask_for_person() {
    auto visit = app.visitor();
    visit.client.post(visit.path("/handoff"));
    app.app->drain();
  }
  int report(const std::string& body, const std::string& signature) {
    return RawClient(app.port()).ask(post(body, signature))->status;
  }
  int report(const std::string& body) { return report(body, signature_of(body)); }
  Json delivery() { return ana.get("/v1/deliveries").body["items"].back(); }
  /// `template` or `text`: how the newest alert was sent.
  std::string newest() { return (*parse_json(body_of(graph.requests().back())))["type"]; }

  AnsweringServer graph{{answer_text(200, kTaken), answer_text(200, kTakenAgain)}};
  TestApp app;
  ApiClient ana = app.agent("Ana", "admin");
};

TEST(WhatsappHook, believes_nothing_but_the_signature_of_the_very_bytes) {
  Alerted alerted;
  const std::string body = status("read");
  const std::string good = signature_of(body);
  std::string upper = good;
  for (char& c : upper) c = static_cast<char>(std::toupper(c));
  std::string last = good;
  last.back() = last.back() == '0' ? '1' : '0';
  for (const std::string& bad :
       {std::string(), std::string("sha256="), good.substr(0, 40), good + "0", last, upper,
        "sha256=" + upper.substr(7), good.substr(7), "sha1=" + good.substr(7),
        signature_of(body, ""), signature_of(body, "other"), signature_of(body + " ")}) {
    EXPECT_EQ(alerted.report(body, bad), 403) << bad;
  }
  EXPECT_EQ(alerted.report(body + " ", good), 403);
  EXPECT_EQ(alerted.delivery()["said"], "");
  const std::string unsigned_post =
      "POST /v1/hooks/whatsapp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}";
  EXPECT_EQ(RawClient(alerted.app.port()).ask(unsigned_post)->status, 403);
  EXPECT_EQ(alerted.report(body, good), 200);
}

TEST(WhatsappHook, believes_nobody_without_a_secret) {
  Alerted alerted("");
  const std::string body = status("read");
  EXPECT_EQ(alerted.report(body, signature_of(body, "")), 403);
  EXPECT_EQ(alerted.report(body), 403);
}

TEST(WhatsappHook, takes_batches_of_three_megabytes_and_others_do_not) {
  Alerted alerted;
  std::string body = status("read");
  body += std::string(3 * 1024 * 1024 - body.size(), ' ');
  EXPECT_EQ(alerted.report(body), 200);
  EXPECT_EQ(alerted.delivery()["said"], "read");
  const auto head = [](const std::string& path, std::size_t length) {
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
           "Content-Length: " + std::to_string(length) + "\r\n\r\n";
  };
  EXPECT_EQ(RawClient(alerted.app.port()).ask(head("/v1/hooks/whatsapp", body.size() + 1))->status,
            413);
  EXPECT_EQ(RawClient(alerted.app.port()).ask(head("/v1/session", 65537))->status, 413);
}

TEST(WhatsappHook, thanks_for_what_it_cannot_read_so_that_meta_calls_again) {
  Alerted alerted;
  for (const std::string body : {"", "{", "[]", "\xFF", "{\"object\":\"page\"}",
                                 "{\"object\":\"whatsapp_business_account\",\"entry\":7}"}) {
    EXPECT_EQ(alerted.report(body), 200) << body;
  }
  EXPECT_EQ(alerted.delivery()["said"], "");
  EXPECT_EQ(alerted.report(status("delivered")), 200);
  EXPECT_EQ(alerted.delivery()["said"], "delivered");
}

TEST(WhatsappHook, lets_no_repeat_and_no_older_news_change_anything) {
  Alerted alerted;
  for (const char* state : {"read", "read", "delivered", "sent"})
    EXPECT_EQ(alerted.report(status(state)), 200);
  EXPECT_EQ(alerted.delivery()["said"], "read");
  EXPECT_EQ(alerted.delivery()["state"], "done");
}

TEST(WhatsappHook, lets_a_repeated_failure_not_end_what_was_sent_again) {
  Alerted alerted;
  const std::string ours = alerted.delivery()["id"];
  const std::string failed = status(
      "failed", R"(,"biz_opaque_callback_data":")" + ours + R"(","errors":[{"code":131026}])");
  EXPECT_EQ(alerted.report(failed), 200);
  EXPECT_EQ(alerted.delivery()["state"], "dead");
  EXPECT_EQ(alerted.ana.post("/v1/deliveries/" + ours + "/replay").status, 200);
  alerted.app.app->drain();
  EXPECT_EQ(alerted.graph.requests().size(), 2U);
  EXPECT_EQ(alerted.report(failed), 200);
  EXPECT_EQ(alerted.delivery()["state"], "done");
}

TEST(WhatsappWindow, opens_for_a_day_when_the_recipient_writes) {
  Alerted alerted;
  EXPECT_EQ(alerted.newest(), "template");
  const auto now = std::chrono::floor<Seconds>(alerted.app.clock->now()).time_since_epoch().count();
  const std::string wrote = change(
      R"("contacts":[{"wa_id":"40700000000","profile":{"name":"Ana"}}],"messages":[{)"
      R"("from":"40700000000","id":"wamid.B=","type":"text","text":{"body":"ok"},"timestamp":")" +
      std::to_string(now) + "\"}]");
  EXPECT_EQ(alerted.report(wrote), 200);
  alerted.ask_for_person();
  EXPECT_EQ(alerted.newest(), "text");
  alerted.app.clock->advance(std::chrono::hours(24) - Seconds(1));
  alerted.ask_for_person();
  EXPECT_EQ(alerted.newest(), "text");
  alerted.app.clock->advance(Seconds(2));
  alerted.ask_for_person();
  EXPECT_EQ(alerted.newest(), "template");
}

TEST(WhatsappWindow, opens_for_nobody_else_and_not_into_the_future) {
  Alerted alerted;
  const auto wrote = [](const std::string& from, const std::string& at) {
    return change(R"("messages":[{"from":")" + from +
                  R"(","id":"wamid.B=","type":"text","timestamp":")" + at + "\"}]");
  };
  EXPECT_EQ(alerted.report(wrote("40711111111", "1795600000")), 200);
  alerted.ask_for_person();
  EXPECT_EQ(alerted.newest(), "template");
  EXPECT_EQ(alerted.report(wrote("40700000000", "99999999999")), 200);
  alerted.app.clock->advance(std::chrono::hours(25));
  alerted.ask_for_person();
  EXPECT_EQ(alerted.newest(), "template");
}

}  // namespace
}  // namespace handoff::testing
