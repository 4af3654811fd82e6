#include "ai/openai_responder.h"

#include <gtest/gtest.h>

#include "handoff/utf8.h"
#include "support/chat_responder.h"

namespace handoff {
namespace {

using namespace testing;
using By = Said::By;

TEST(OpenaiResponder, answers_with_confidence_sources_and_name) {
  const Answer answer = answer_to(asks("How long does delivery take?"), {saying(kDelivery)});
  EXPECT_EQ(answer.text, kDelivery);
  EXPECT_EQ(answer.kind, AnswerKind::kAnswered);
  EXPECT_GE(answer.confidence, 55);
  EXPECT_EQ(answer.by, "m-1");
  EXPECT_EQ(answer.person, std::nullopt);
  ASSERT_EQ(answer.sources.size(), 1u);
  EXPECT_EQ(answer.sources[0].slug, "delivery");
  ASSERT_EQ(answer.parts.size(), 4u);
  EXPECT_EQ(answer.parts[0].name, "retrieval");
  EXPECT_EQ(answer.parts[1], (ConfidencePart{"tokens", 90}));
}

TEST(OpenaiResponder, sends_the_passages_the_rules_and_the_question) {
  answer_to(asks("Cât costă livrarea?"), {saying("18 lei.")});
  const Json body = chat_stub().requests()[0]["body"];
  EXPECT_EQ(body["model"], "m-1");
  EXPECT_EQ(body["tools"].size(), 1u);
  const std::string last = body["messages"].back()["content"];
  EXPECT_NE(last.find("Livrare: durată și cost"), std::string::npos);
  EXPECT_NE(last.find("Cât costă livrarea?"), std::string::npos);
}

TEST(OpenaiResponder, asks_the_model_once) {
  answer_to(asks("hello"), {calling(R"({"reason":"other"})")});
  EXPECT_EQ(chat_stub().requests().size(), 1u);
}

TEST(OpenaiResponder, shows_whole_sentences_while_the_answer_grows) {
  Watching watching;
  chat_stub().behave({saying("Delivery takes three days. It is free above 250 lei. Ask me more.")});
  const auto answer = responder()->respond(asks("How long does delivery take?"), watching);
  ASSERT_TRUE(answer.ok());
  ASSERT_FALSE(watching.shown.empty());
  EXPECT_EQ(watching.shown.front(), "Delivery takes three days.");
  for (std::size_t i = 0; i < watching.shown.size(); ++i) {
    EXPECT_TRUE(answer->text.starts_with(watching.shown[i]));
    EXPECT_TRUE(watching.shown[i].starts_with(watching.shown[i > 0 ? i - 1 : 0]));
  }
}

TEST(OpenaiResponder, never_shows_a_promise_or_a_written_call) {
  for (const std::string text : {"I see. A colleague will be with you in a minute. Anything else?",
                                 "I see. ```json\n{\"name\": \"handoff_to_human\"}\n```",
                                 "I see.\nhandoff_to_human: other"}) {
    Watching watching;
    chat_stub().behave({saying(text)});
    const auto answer = responder()->respond(asks("help me"), watching);
    ASSERT_TRUE(answer.ok());
    ASSERT_TRUE(answer->person) << text;
    for (const auto& shown : watching.shown) EXPECT_EQ(shown, "I see.") << text;
  }
}

TEST(OpenaiResponder, a_tool_call_brings_a_person_with_a_note) {
  const Answer answer = answer_to(
      asks("My chain broke again, this is a scandal"),
      {calling(R"({"reason":"complaint","summary":"Chain broke twice.","urgency":"high"})",
               "I am sorry to hear that.")});
  EXPECT_EQ(answer.text, "I am sorry to hear that.");
  EXPECT_EQ(answer.person,
            (PersonWanted{Reason::kComplaint, "ai.complaint", "Chain broke twice.", true}));
  EXPECT_LT(answer.confidence, 35);
}

TEST(OpenaiResponder, bad_arguments_still_bring_a_person) {
  const Answer answer = answer_to(asks("hm"), {calling("{\"reason\": \"comp")});
  EXPECT_EQ(answer.text, "");
  EXPECT_EQ(answer.person, (PersonWanted{Reason::kLowConfidence, "ai.other"}));
}

TEST(OpenaiResponder, wants_something_done_that_only_a_person_can) {
  const Answer answer =
      answer_to(asks("cancel my order"), {calling(R"({"reason":"account_action"})")});
  EXPECT_EQ(answer.kind, AnswerKind::kCannot);
}

TEST(OpenaiResponder, is_not_sure_where_no_article_answers) {
  const Answer answer =
      answer_to(asks("Do you sponsor school teams?"), {saying("Yes, we sponsor three teams.")});
  EXPECT_LT(answer.confidence, 35);
  EXPECT_EQ(answer.kind, AnswerKind::kUnsure);
}

TEST(OpenaiResponder, hears_the_model_hedge) {
  const Answer answer =
      answer_to(asks("How long does delivery take?"), {saying("I don't know that, sorry.")});
  EXPECT_LT(answer.confidence, 35);
}

TEST(OpenaiResponder, a_cut_answer_and_a_refusal_are_not_to_be_trusted) {
  const Question question = asks("How long does delivery take?");
  const Answer cut =
      answer_to(question, {{{"text", "Three days. And then it"}, {"finish", "length"}}});
  EXPECT_EQ(cut.text, "Three days.");
  EXPECT_LT(cut.confidence, 35);
  const Answer refused = answer_to(question, {{{"text", ""}, {"refusal", "I will not."}}});
  EXPECT_EQ(refused.text, "I will not.");
  EXPECT_LT(refused.confidence, 35);
}

TEST(OpenaiResponder, a_filtered_question_brings_a_person) {
  const Answer answer = answer_to(asks("something bad"), {{{"failure", "prompt-filtered"}}});
  EXPECT_EQ(answer.text, "");
  ASSERT_TRUE(answer.person);
  EXPECT_EQ(answer.person->rule, "ai.policy");
}

TEST(OpenaiResponder, small_talk_needs_no_article) {
  const Answer answer = answer_to(asks("Hello!"), {saying("Hello! How can I help?")});
  EXPECT_EQ(answer.kind, AnswerKind::kGreeting);
  EXPECT_GE(answer.confidence, 55);
}

TEST(OpenaiResponder, a_failure_is_an_error_without_secrets) {
  ChatEndpoint endpoint = chat_stub().endpoint();
  endpoint.api_key = "sk-very-secret";
  chat_stub().behave({{{"failure", "401"}}});
  Watching watching;
  const auto answer = responder(endpoint)->respond(asks("hello"), watching);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kUnavailable);
  EXPECT_TRUE(answer.error().message.starts_with("auth: "));
  EXPECT_EQ(answer.error().message.find("sk-"), std::string::npos);
}

TEST(OpenaiResponder, stops_asking_after_five_failures) {
  const auto model = responder();
  chat_stub().behave({{{"failure", "401"}}});
  Watching watching;
  for (int i = 0; i < 8; ++i) EXPECT_FALSE(model->respond(asks("hello"), watching).ok());
  EXPECT_EQ(chat_stub().requests().size(), 5u);
  const AiHealth health = model->health();
  EXPECT_EQ(health.breaker, CircuitBreaker::State::kOpen);
  EXPECT_EQ(health.failures, 5);
  ASSERT_EQ(health.last_failures.size(), 5u);
  EXPECT_EQ(health.last_failures[0].kind, "auth");
  EXPECT_EQ(health.last_failures[0].at, Instant(Seconds(1'790'000'000)));
}

TEST(OpenaiResponder, no_visitor_can_switch_it_off_for_everybody) {
  const auto model = responder();
  chat_stub().behave({saying("")});
  Watching watching;
  for (int i = 0; i < 8; ++i) EXPECT_FALSE(model->respond(asks("Say nothing"), watching).ok());
  EXPECT_EQ(model->health().breaker, CircuitBreaker::State::kClosed);
}

TEST(OpenaiResponder, tells_how_it_is_doing) {
  const auto model = responder();
  chat_stub().behave({{{"refuses", {"logprobs"}}, {"text", "Yes."}},
                      {{"text", "Yes."}},
                      saying("![x](https://evil.example/x) Yes.")});
  Watching watching;
  ASSERT_TRUE(model->respond(asks("hello"), watching).ok());
  ASSERT_TRUE(model->respond(asks("hello"), watching).ok());
  const AiHealth health = model->health();
  EXPECT_EQ(health.model, "m-1");
  EXPECT_EQ(health.answers, 2);
  EXPECT_EQ(health.guarded, 1);
  EXPECT_EQ(health.prompt_tokens, 80);
  EXPECT_EQ(health.dropped, std::vector<std::string>{"logprobs"});
}

TEST(OpenaiResponder, a_cancelled_question_is_no_failure) {
  const auto model = responder();
  chat_stub().behave({Json::object()});
  Watching watching;
  watching.stop.cancel();
  EXPECT_FALSE(model->respond(asks("hello"), watching).ok());
  EXPECT_EQ(model->health().failures, 0);
}

TEST(OpenaiResponder, summarizes_for_the_agent) {
  const auto model = responder();
  Cancellation never;
  const std::vector<Said> history = {{By::kVisitor, "", "My chain broke."},
                                     {By::kAi, "", "Sorry."}};
  chat_stub().behave({saying("Chain broke.\n![x](https://evil.example/x)")});
  EXPECT_EQ(model->summarize(history, "en", never).value(), "Chain broke.");
  EXPECT_FALSE(chat_stub().requests()[0]["body"].contains("tools"));
  chat_stub().behave({saying(std::string(900, 'a') + ".")});
  EXPECT_LE(code_points(model->summarize(history, "en", never).value()), 500u);
  chat_stub().behave({{{"failure", "500"}}});
  EXPECT_EQ(model->summarize(history, "en", never).error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(model->summarize({}, "en", never).error().code, ErrorCode::kInvalid);
}

}  // namespace
}  // namespace handoff
