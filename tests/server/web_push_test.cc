#include "notify/web_push.h"

#include <gtest/gtest.h>

#include "notify/base64url.h"
#include "notify/push_payload.h"
#include "support/answering_server.h"
#include "support/example_notice.h"

namespace handoff::testing {
namespace {

using End = DeliveryOutcome::End;

constexpr char kSubject[] = "mailto:ops@acme.example";
const Instant kNow = parse_rfc3339("2026-11-28T10:00:00Z").value();

PushSubscription subscription(const std::string& endpoint) {
  return PushSubscription::parse(endpoint, to_base64url(P256Key::generate().point()),
                                 to_base64url(std::string(16, 'a')), true)
      .value();
}

struct Delivery {
  DeliveryOutcome outcome;
  std::vector<std::string> requests;
};

Delivery delivered(std::vector<std::string> answers, const Notice& notice = example_notice()) {
  AnsweringServer server(std::move(answers));
  const HttpClient http({"127.0.0.0/8"});
  WebPush push(http, VapidKey::generate());
  const auto outcome =
      push.deliver(notice, subscription(server.url("/send/abc?x=1")), kSubject, kNow);
  return {outcome, server.requests()};
}

DeliveryOutcome answered(int status, const std::string& body = "",
                         const std::string& headers = "") {
  return delivered({answer_text(status, body, headers)}).outcome;
}

TEST(WebPush, posts_one_encrypted_record_with_the_headers_of_the_protocol) {
  const auto requests = delivered({answer_text(201, "")}).requests;
  ASSERT_EQ(requests.size(), 1U);
  const std::string& request = requests[0];
  EXPECT_EQ(request.substr(0, request.find('\r')), "POST /send/abc?x=1 HTTP/1.1");
  EXPECT_EQ(header_of(request, "TTL"), "3600");
  EXPECT_EQ(header_of(request, "Urgency"), "high");
  EXPECT_EQ(header_of(request, "Content-Encoding"), "aes128gcm");
  EXPECT_EQ(header_of(request, "Content-Type"), "application/octet-stream");
  EXPECT_EQ(header_of(request, "Authorization").substr(0, 8), "vapid t=");
  EXPECT_EQ(body_of(request).size(), 86 + push_payload(example_notice()).size() + 1 + 16);
  EXPECT_EQ(body_of(request).find("john"), std::string::npos);
}

TEST(WebPush, signs_for_the_origin_of_the_endpoint) {
  AnsweringServer server({answer_text(201, "")});
  const HttpClient http({"127.0.0.0/8"});
  WebPush push(http, VapidKey::generate());
  push.deliver(example_notice(), subscription(server.url("/send")), kSubject, kNow);
  const std::string value = header_of(server.requests().at(0), "Authorization");
  const auto dot = value.find('.');
  const std::string claims =
      from_base64url(value.substr(dot + 1, value.find('.', dot + 1) - dot - 1)).value();
  EXPECT_EQ(claims, "{\"aud\":\"" + server.url("") +
                        "\",\"exp\":1795903200,\"sub\":\"mailto:ops@acme.example\"}");
  EXPECT_EQ(value.substr(value.find(", k=") + 4), push.public_key());
}

TEST(WebPush, replaces_what_was_not_shown_yet_of_the_same_conversation) {
  Notice other = example_notice();
  other.conversation_id = "c_other";
  const auto topic = [](const Notice& notice) {
    return header_of(delivered({answer_text(201, "")}, notice).requests[0], "Topic");
  };
  const std::string first = topic(example_notice());
  EXPECT_EQ(first.size(), 32U);
  EXPECT_TRUE(from_base64url(first).has_value());
  EXPECT_EQ(topic(example_notice()), first);
  EXPECT_NE(topic(other), first);
  EXPECT_EQ(first.find("c_"), std::string::npos);
}

TEST(WebPush, keeps_a_broken_promise_longer_than_somebody_who_waits) {
  Notice notice = example_notice();
  notice.kind = Notice::Kind::kPromiseBroken;
  EXPECT_EQ(header_of(delivered({answer_text(201, "")}, notice).requests[0], "TTL"), "43200");
  notice.kind = Notice::Kind::kTest;
  EXPECT_EQ(header_of(delivered({answer_text(201, "")}, notice).requests[0], "TTL"), "60");
}

TEST(WebPush, is_delivered_when_the_service_takes_it) {
  for (const int status : {200, 201, 202}) {
    EXPECT_EQ(answered(status).end, End::kDelivered) << status;
  }
}

TEST(WebPush, gives_up_a_subscription_that_is_over) {
  for (const int status : {404, 410}) EXPECT_EQ(answered(status).end, End::kGone) << status;
}

TEST(WebPush, tries_a_short_message_once_when_it_was_too_long) {
  const Delivery delivery = delivered({answer_text(413, ""), answer_text(201, "")});
  EXPECT_EQ(delivery.outcome.end, End::kDelivered);
  ASSERT_EQ(delivery.requests.size(), 2U);
  EXPECT_LT(body_of(delivery.requests[1]).size(), body_of(delivery.requests[0]).size());
}

TEST(WebPush, is_refused_when_even_the_short_message_is_too_long) {
  const Delivery delivery = delivered({answer_text(413, "")});
  EXPECT_EQ(delivery.outcome.end, End::kRefused);
  EXPECT_EQ(delivery.requests.size(), 2U);
}

TEST(WebPush, waits_as_long_as_a_busy_service_asks) {
  const auto busy = answered(429, "", "Retry-After: 120\r\n");
  EXPECT_EQ(busy.end, End::kTryLater);
  EXPECT_EQ(busy.retry_after, std::chrono::seconds(120));
  EXPECT_EQ(answered(429, "", "Retry-After: 99999999999999\r\n").retry_after,
            std::chrono::hours(24));
  EXPECT_EQ(answered(429, "", "Retry-After: Sat, 28 Nov 2026 10:02:00 GMT\r\n").retry_after,
            std::chrono::seconds(120));
  EXPECT_FALSE(answered(429, "", "Retry-After: soon\r\n").retry_after);
  EXPECT_FALSE(answered(429, "", "Retry-After: -5\r\n").retry_after);
  EXPECT_FALSE(answered(429).retry_after);
}

TEST(WebPush, tries_later_when_the_service_fails) {
  for (const int status : {500, 502, 503}) {
    EXPECT_EQ(answered(status).end, End::kTryLater) << status;
  }
}

TEST(WebPush, is_refused_for_everything_else) {
  for (const int status : {301, 307, 400, 401, 403, 405, 411}) {
    EXPECT_EQ(answered(status).end, End::kRefused) << status;
  }
}

TEST(WebPush, says_which_service_refused_our_key_and_why) {
  const auto outcome = answered(403, R"({"reason":"BadJwtToken"})");
  EXPECT_NE(outcome.what.find("http://127.0.0.1:"), std::string::npos);
  EXPECT_NE(outcome.what.find("answered 403 (BadJwtToken): it does not take our key or "
                              "notifications.push.subject"),
            std::string::npos)
      << outcome.what;
  EXPECT_NE(answered(401, R"({"code":401,"errno":109})").what.find("401 (109)"), std::string::npos);
}

TEST(WebPush, repeats_neither_the_endpoint_nor_what_a_hostile_service_says) {
  const std::string token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2g";
  for (const auto& outcome :
       {answered(403, "{\"reason\":\"" + token + "\\n<script>\"}"), answered(410), answered(500)}) {
    EXPECT_EQ(outcome.what.find("/send/abc"), std::string::npos);
    EXPECT_EQ(outcome.what.find(token), std::string::npos);
    EXPECT_EQ(outcome.what.find_first_of("<\n"), std::string::npos);
  }
}

TEST(WebPush, reaches_nothing_in_the_house_unless_that_is_allowed) {
  AnsweringServer server({answer_text(201, "")});
  const HttpClient http({});
  WebPush push(http, VapidKey::generate());
  const auto outcome = push.deliver(example_notice(), subscription(server.url()), kSubject, kNow);
  EXPECT_EQ(outcome.end, End::kRefused);
  EXPECT_TRUE(server.requests().empty());
}

TEST(WebPush, tries_later_when_nobody_answers) {
  std::string url;
  {
    const AnsweringServer server({""});
    url = server.url();
  }
  const HttpClient http({"127.0.0.0/8"});
  WebPush push(http, VapidKey::generate());
  EXPECT_EQ(push.deliver(example_notice(), subscription(url), kSubject, kNow).end, End::kTryLater);
}

std::vector<std::string> wrong_fields(const Result<PushSubscription>& read) {
  std::vector<std::string> out;
  if (read.ok()) return out;
  for (const auto& field : read.error().fields) out.push_back(field.path);
  return out;
}

TEST(PushSubscription, is_refused_with_every_wrong_field) {
  EXPECT_EQ(wrong_fields(PushSubscription::parse("", "", "")),
            (std::vector<std::string>{"endpoint", "keys.p256dh", "keys.auth"}));
}

TEST(PushSubscription, is_taken_over_https_alone) {
  const std::string point = to_base64url(P256Key::generate().point());
  const std::string secret = to_base64url(std::string(16, 'a'));
  const auto parsed = [&](const std::string& endpoint) {
    return PushSubscription::parse(endpoint, point, secret);
  };
  EXPECT_EQ(parsed("https://push.example/a?b")->origin(), "https://push.example");
  EXPECT_EQ(parsed("https://push.example:443/")->origin(), "https://push.example");
  EXPECT_EQ(parsed("https://push.example:8443/")->origin(), "https://push.example:8443");
  for (const std::string wrong : {"http://push.example/", "ftp://push.example/", "push.example",
                                  "https://user@push.example/", "javascript:alert(1)"}) {
    EXPECT_EQ(wrong_fields(parsed(wrong)), std::vector<std::string>{"endpoint"}) << wrong;
  }
  EXPECT_EQ(wrong_fields(parsed("https://push.example/" + std::string(2048, 'a'))),
            std::vector<std::string>{"endpoint"});
}

}  // namespace
}  // namespace handoff::testing
