#include "notify/whatsapp.h"

#include <gtest/gtest.h>

#include "support/answering_server.h"
#include "support/example_notice.h"

namespace handoff::testing {
namespace {

using End = DeliveryOutcome::End;

constexpr char kTaken[] =
    R"({"messaging_product":"whatsapp","contacts":[{"input":"+40700000000","wa_id":"40700000000"}],)"
    R"("messages":[{"id":"wamid.ABC=","message_status":"accepted"}]})";

std::string error_answer(int status, int code, const std::string& headers = "") {
  return answer_text(status,
                     "{\"error\":{\"message\":\"(#" + std::to_string(code) +
                         ") token EAAtoken\",\"type\":\"OAuthException\",\"code\":" +
                         std::to_string(code) + ",\"fbtrace_id\":\"x\"}}",
                     headers);
}

struct Delivery {
  DeliveryOutcome outcome;
  std::vector<std::string> requests;
};

Delivery delivered(std::vector<std::string> answers, bool window_open = false) {
  AnsweringServer server(std::move(answers));
  const HttpClient http({"127.0.0.0/8"});
  WhatsappSettings settings;
  settings.phone_number_id = "106540352242922";
  settings.access_token = "EAAtoken";
  settings.template_name = "handoff_alert";
  settings.language = "en";
  settings.graph_url = server.url("/v25.0");
  const auto outcome =
      Whatsapp(http).deliver(example_notice(), WhatsappRecipient::parse("+40700000000").value(),
                             window_open, settings, Instant());
  return {outcome, server.requests()};
}

TEST(Whatsapp, posts_the_template_to_the_numbers_messages) {
  const auto [outcome, requests] = delivered({answer_text(200, kTaken)});
  EXPECT_EQ(outcome.end, End::kDelivered);
  EXPECT_EQ(outcome.remote_id, "wamid.ABC=");
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_EQ(requests[0].substr(0, requests[0].find('\r')),
            "POST /v25.0/106540352242922/messages HTTP/1.1");
  EXPECT_EQ(header_of(requests[0], "Authorization"), "Bearer EAAtoken");
  EXPECT_EQ(header_of(requests[0], "Content-Type"), "application/json");
  EXPECT_NE(body_of(requests[0]).find("\"type\":\"template\""), std::string::npos);
}

TEST(Whatsapp, sends_plain_text_while_the_window_is_open) {
  const auto [outcome, requests] = delivered({answer_text(200, kTaken)}, true);
  EXPECT_EQ(outcome.end, End::kDelivered);
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_NE(body_of(requests[0]).find("\"type\":\"text\",\"text\":"), std::string::npos);
}

TEST(Whatsapp, sends_the_template_when_the_window_has_closed_after_all) {
  const auto [outcome, requests] =
      delivered({error_answer(400, 131047), answer_text(200, kTaken)}, true);
  EXPECT_EQ(outcome.end, End::kDelivered);
  ASSERT_EQ(requests.size(), 2U);
  EXPECT_NE(body_of(requests[1]).find("\"type\":\"template\""), std::string::npos);
}

TEST(Whatsapp, sends_the_template_once_only) {
  const auto [outcome, requests] = delivered({error_answer(400, 131047)}, true);
  EXPECT_EQ(outcome.end, End::kGone);
  EXPECT_EQ(requests.size(), 2U);
}

TEST(Whatsapp, goes_by_the_number_of_the_error_not_by_the_status) {
  EXPECT_EQ(delivered({error_answer(400, 130429)}).outcome.end, End::kTryLater);
  EXPECT_EQ(delivered({error_answer(500, 190)}).outcome.end, End::kRefused);
  EXPECT_EQ(delivered({error_answer(400, 131026)}).outcome.end, End::kGone);
}

TEST(Whatsapp, goes_by_the_status_when_the_number_is_unknown_or_missing) {
  EXPECT_EQ(delivered({error_answer(400, 131999)}).outcome.end, End::kRefused);
  EXPECT_EQ(delivered({error_answer(503, 131999)}).outcome.end, End::kTryLater);
  EXPECT_EQ(delivered({answer_text(500, "<html>")}).outcome.end, End::kTryLater);
  EXPECT_EQ(delivered({answer_text(429, "")}).outcome.end, End::kTryLater);
  EXPECT_EQ(delivered({answer_text(404, "[]")}).outcome.end, End::kRefused);
  EXPECT_EQ(delivered({answer_text(301, "")}).outcome.end, End::kRefused);
}

TEST(Whatsapp, waits_as_long_as_it_is_asked_to) {
  EXPECT_EQ(delivered({error_answer(429, 80007, "Retry-After: 90\r\n")}).outcome.retry_after,
            std::chrono::seconds(90));
  EXPECT_EQ(delivered({error_answer(400, 131056)}).outcome.retry_after, std::chrono::seconds(6));
}

TEST(Whatsapp, does_not_take_just_any_good_answer_for_a_message_sent) {
  for (const std::string body : {"", "{}", "<html>", R"({"messages":[]})",
                                 R"({"messages":[{"id":7.5}]})", R"({"messages":{"id":"x"}})"}) {
    const auto outcome = delivered({answer_text(200, body)}).outcome;
    EXPECT_EQ(outcome.end, End::kRefused) << body;
    EXPECT_NE(outcome.what.find("notifications.whatsapp.graph_url"), std::string::npos);
  }
}

TEST(Whatsapp, keeps_the_token_out_of_what_it_says) {
  const auto outcome = delivered({error_answer(401, 190)}).outcome;
  EXPECT_EQ(outcome.what.find("EAAtoken"), std::string::npos);
  EXPECT_EQ(outcome.what, "WhatsApp error 190: the access token is not valid any more");
}

}  // namespace
}  // namespace handoff::testing
