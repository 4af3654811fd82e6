#include "notify/webhook.h"

#include <gtest/gtest.h>

#include "notify/retry_after.h"
#include "support/scripted_server.h"

namespace handoff::testing {
namespace {

using End = DeliveryOutcome::End;

constexpr const char* kSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
constexpr const char* kOtherSecret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const Instant kNow{Seconds(1614265330)};

const HttpClient& client() {
  static const HttpClient loopback({"127.0.0.0/8"});
  return loopback;
}

WebhookSecrets secrets(std::string_view text = kSecret) {
  return WebhookSecrets::parse(text).value();
}

DeliveryOutcome answered_with(const std::string& answer) {
  ScriptedServer server([&](Peer& peer) {
    peer.read_request();
    peer.send(answer);
  });
  return deliver(client(), secrets(), {server.url(), "msg_1", "{}"}, kNow);
}

/// What the endpoint reads.
std::string request_of(const WebhookSecrets& with, WebhookDelivery delivery) {
  std::string request;
  {
    ScriptedServer server([&](Peer& peer) {
      request = peer.read_request();
      peer.send(answer_text(204, ""));
    });
    delivery.url = server.url("/hook");
    EXPECT_EQ(deliver(client(), with, delivery, kNow + Milliseconds(999)).end, End::kDelivered);
  }
  return request;
}

bool has_line(const std::string& request, const std::string& line) {
  return request.find("\r\n" + line + "\r\n") != std::string::npos;
}

// The vector of the reference libraries of Standard Webhooks.
TEST(Webhook, signs_as_the_reference_libraries_do) {
  EXPECT_EQ(secrets().sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST(Webhook, signs_with_both_secrets_while_one_replaces_the_other) {
  const std::string both = std::string(kOtherSecret) + " " + kSecret;
  const std::string signature = secrets(both).sign("msg_1", 1, "{}");
  EXPECT_EQ(signature,
            secrets(kOtherSecret).sign("msg_1", 1, "{}") + " " + secrets().sign("msg_1", 1, "{}"));
}

TEST(Webhook, takes_secrets_of_24_to_64_bytes_with_or_without_padding) {
  for (const std::string& good :
       {"whsec_" + std::string(32, 'A'), "whsec_" + std::string(85, 'A') + "A",
        "whsec_" + std::string(85, 'A') + "A==", std::string(kOtherSecret),
        std::string(kOtherSecret, 49), std::string(kSecret) + " " + kOtherSecret}) {
    EXPECT_TRUE(WebhookSecrets::parse(good).ok()) << good;
  }
}

TEST(Webhook, refuses_every_other_secret_without_repeating_it) {
  const std::string good = kSecret;
  for (const std::string& bad :
       {std::string(), std::string("whsec_"), good.substr(6), "whsk_" + good.substr(6),
        "WHSEC_" + good.substr(6), good.substr(0, 37), "whsec_" + std::string(31, 'A'),
        "whsec_" + std::string(87, 'A'), "whsec_" + std::string(400, 'A'), good + " ", " " + good,
        good + "  " + good, good + "," + good, good + "\n", "whsec_" + std::string(31, 'A') + "-",
        "whsec_" + std::string(31, 'A') + "\xC3\xA9", good + " short"}) {
    const auto parsed = WebhookSecrets::parse(bad);
    ASSERT_FALSE(parsed.ok()) << bad;
    EXPECT_EQ(parsed.error().code, ErrorCode::kInvalid);
    EXPECT_EQ(parsed.error().message.find("AAAA"), std::string::npos);
    EXPECT_EQ(parsed.error().message.find("MfKQ"), std::string::npos);
  }
}

TEST(Webhook, sends_what_it_signed) {
  const std::string body = "{\"test\": 2432232314}";
  const std::string request = request_of(secrets(), {"", "msg_p5jXN8AQM9LWM0D4loKWxJek", body});
  EXPECT_EQ(request.substr(0, 21), "POST /hook HTTP/1.1\r\n");
  EXPECT_TRUE(has_line(request, "webhook-id: msg_p5jXN8AQM9LWM0D4loKWxJek"));
  EXPECT_TRUE(has_line(request, "webhook-timestamp: 1614265330"));
  EXPECT_TRUE(
      has_line(request, "webhook-signature: v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
  EXPECT_TRUE(has_line(request, "Content-Type: application/json"));
  EXPECT_TRUE(has_line(request, "User-Agent: Handoff/" HANDOFF_VERSION));
  EXPECT_EQ(request.substr(request.size() - body.size()), body);
}

TEST(Webhook, is_sent_unsigned_where_there_is_no_secret) {
  EXPECT_EQ(request_of({}, {"", "msg_1", "{}"}).find("signature"), std::string::npos);
}

TEST(Webhook, has_the_body_of_the_standard) {
  EXPECT_EQ(webhook_body("handoff.requested", kNow, {{"id", "c_1"}, {"bad", "\xFF"}}),
            "{\"type\":\"handoff.requested\",\"timestamp\":\"2021-02-25T15:02:10Z\","
            "\"data\":{\"id\":\"c_1\",\"bad\":\"\xEF\xBF\xBD\"}}");
}

TEST(Webhook, reads_every_answer_as_one_of_four_ends) {
  const std::vector<std::pair<int, End>> ends = {
      {200, End::kDelivered}, {201, End::kDelivered}, {204, End::kDelivered},
      {299, End::kDelivered}, {410, End::kGone},      {408, End::kTryLater},
      {425, End::kTryLater},  {429, End::kTryLater},  {500, End::kTryLater},
      {502, End::kTryLater},  {503, End::kTryLater},  {504, End::kTryLater},
      {599, End::kTryLater},  {300, End::kRefused},   {301, End::kRefused},
      {302, End::kRefused},   {307, End::kRefused},   {400, End::kRefused},
      {401, End::kRefused},   {403, End::kRefused},   {404, End::kRefused},
      {422, End::kRefused},   {451, End::kRefused}};
  for (const auto& [status, end] : ends) {
    const auto outcome = answered_with(answer_text(status, "", "Location: https://a.example/\r\n"));
    EXPECT_EQ(outcome.end, end) << status;
    EXPECT_EQ(outcome.what, "answered " + std::to_string(status));
  }
}

TEST(Webhook, is_tried_later_when_there_was_no_whole_answer) {
  for (const char* cut : {"", "HTTP/1.1 2", "nonsense\r\n\r\n"}) {
    const auto outcome = answered_with(cut);
    EXPECT_EQ(outcome.end, End::kTryLater) << cut;
    EXPECT_NE(outcome.what, "");
  }
}

TEST(Webhook, is_delivered_whatever_a_good_answer_goes_on_to_say) {
  const auto outcome = answered_with(answer_text(200, std::string(3'000'000, 'x')));
  EXPECT_EQ(outcome.end, End::kDelivered);
}

TEST(Webhook, is_refused_where_we_may_not_go) {
  ScriptedServer server(always(answer_text(200, "")));
  const auto outcome = deliver(HttpClient({}), secrets(), {server.url(), "msg_1", "{}"}, kNow);
  EXPECT_EQ(outcome.end, End::kRefused);
  EXPECT_EQ(server.connections(), 0);
}

TEST(Webhook, is_refused_with_an_id_that_would_move_the_borders_of_what_is_signed) {
  for (const char* id : {"", "a.b", "a\r\nb", "a\n"}) {
    EXPECT_EQ(deliver(client(), secrets(), {"http://127.0.0.1:1/", id, "{}"}, kNow).end,
              End::kRefused);
  }
}

TEST(Webhook, is_tried_later_when_cancelled) {
  Cancellation cancellation;
  cancellation.cancel();
  const auto outcome =
      deliver(client(), secrets(), {"http://127.0.0.1:1/", "msg_1", "{}"}, kNow, &cancellation);
  EXPECT_EQ(outcome.end, End::kTryLater);
}

TEST(Webhook, waits_as_long_as_it_is_asked_to) {
  const std::string asks = "Retry-After: 120\r\n";
  EXPECT_EQ(answered_with(answer_text(503, "", asks)).retry_after, Seconds(120));
  EXPECT_EQ(answered_with(answer_text(429, "", asks)).retry_after, Seconds(120));
  EXPECT_EQ(answered_with(answer_text(503, "")).retry_after, std::nullopt);
  EXPECT_EQ(answered_with(answer_text(404, "", asks)).retry_after, std::nullopt);
}

TEST(RetryAfter, is_a_number_of_seconds_or_a_date_of_http) {
  const Instant now = *parse_rfc3339("1994-11-06T08:49:00Z");
  for (const char* text : {"37", "0037", "Sun, 06 Nov 1994 08:49:37 GMT",
                           "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"}) {
    EXPECT_EQ(parse_retry_after(text, now), Seconds(37)) << text;
  }
}

TEST(RetryAfter, lies_between_now_and_a_day) {
  const Instant now = *parse_rfc3339("2026-11-06T08:49:00Z");
  for (const char* past : {"0", "Sun, 06 Nov 1994 08:49:37 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"}) {
    EXPECT_EQ(parse_retry_after(past, now), Seconds(0)) << past;
  }
  for (const char* far : {"86401", "99999999999999999999999999", "Sun, 06 Nov 2094 08:49:37 GMT",
                          "Fri, 31 Dec 9999 23:59:59 GMT"}) {
    EXPECT_EQ(parse_retry_after(far, now), Seconds(86'400)) << far;
  }
}

TEST(RetryAfter, is_nothing_else) {
  for (const char* text : {"", "soon", "-1", "+1", "1.5", "1 s", " 1", "0x10", "2026-11-06",
                           "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 GMT+1",
                           "Sun, 41 Nov 1994 08:49:37 GMT"}) {
    EXPECT_EQ(parse_retry_after(text, Instant()), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace handoff::testing
