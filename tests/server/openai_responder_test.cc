#include "ai/openai_responder.h"

#include <gtest/gtest.h>

#include "ai/builtin_responder.h"
#include "ai/fallback_responder.h"
#include "ai/knowledge_folder.h"
#include "ai/openai_setup.h"
#include "handoff/utf8.h"
#include "support/chat_stub.h"

namespace handoff {
namespace {

using By = Said::By;
using testing::chat_stub;

std::shared_ptr<const Knowledge> shop() {
  static const auto knowledge = [] {
    auto articles = load_articles(HANDOFF_KNOWLEDGE);
    EXPECT_TRUE(articles.ok());
    return std::make_shared<const Knowledge>(std::move(articles).value());
  }();
  return knowledge;
}

/// Keeps what was shown while the answer grew.
class Watching : public AnswerProgress {
 public:
  void grows(const std::string& text) override { shown.push_back(text); }
  Cancellation& cancellation() override { return stop; }

  std::vector<std::string> shown = {};
  Cancellation stop = {};
};

std::shared_ptr<OpenaiResponder> responder(ChatEndpoint endpoint = chat_stub().endpoint()) {
  auto model = std::make_shared<ChatModel>(chat_stub().http(), std::move(endpoint), "m-1",
                                           [] { return Instant(Seconds(1'790'000'000)); });
  const auto detector = std::make_shared<const Detector>(TriggerSettings{});
  return std::make_shared<OpenaiResponder>(
      model, shop(),
      OpenaiResponder::Options{
          .site = {"Mara's Bikes", ""},
          .link_hosts = {"maras-bikes.example"},
          .hedging = [detector](std::string_view text) { return hedging_in(*detector, text); }});
}

Question asks(const std::string& text) { return {.text = text, .locale = "en"}; }

Answer answer_to(const Question& question, const std::vector<Json>& behaviours,
                 Watching&& watching = Watching()) {
  chat_stub().behave(behaviours);
  const auto answer = responder()->respond(question, watching);
  EXPECT_TRUE(answer.ok()) << (answer.ok() ? "" : answer.error().message);
  return answer.ok() ? *answer : Answer();
}

Json saying(const std::string& text) { return {{"text", text}}; }

Json calling(const std::string& arguments, const std::string& text = "") {
  return {{"text", text}, {"tool", {{"name", "handoff_to_human"}, {"arguments", arguments}}}};
}

constexpr const char* kDelivery = "A complete bike takes 3 to 5 working days.";

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

Question while_waiting(const std::string& text, const std::string& escalated = "") {
  return {.text = text, .locale = "en", .only_simple = true, .escalated = escalated};
}

TEST(OpenaiResponder, while_a_person_is_coming_it_answers_only_when_sure) {
  EXPECT_EQ(answer_to(while_waiting("How long does delivery take?"), {saying(kDelivery)}).text,
            kDelivery);
  const std::pair<const char*, Json> silent[] = {
      {"How long does delivery take?", calling(R"({"reason":"other"})", "Just a moment.")},
      {"How long does delivery take?", saying("I don't know.")},
      {"How long does delivery take?", saying("")},
      {"Do you sponsor school teams?", saying("Yes, three of them.")},
      {"How long does delivery take?", saying("A colleague will be with you in a minute.")},
  };
  for (const auto& [text, behaviour] : silent) {
    const Answer answer = answer_to(while_waiting(text), {behaviour});
    EXPECT_EQ(answer.text, "") << text;
    EXPECT_EQ(answer.person, std::nullopt) << text;
    EXPECT_EQ(answer.kind, AnswerKind::kUnsure) << text;
    EXPECT_LE(answer.confidence, 35) << text;
  }
}

TEST(OpenaiResponder, while_a_person_is_coming_nothing_is_shown_before_it_is_sure) {
  Watching watching;
  chat_stub().behave({saying("It is free. I don't know more. Sorry.")});
  ASSERT_TRUE(responder()->respond(while_waiting("How long does delivery take?"), watching).ok());
  EXPECT_TRUE(watching.shown.empty());
}

TEST(OpenaiResponder, the_matter_of_the_person_who_is_coming_is_not_even_asked_about) {
  const char* matter = "I want the refund for my returned helmet, it is two weeks late";
  EXPECT_EQ(answer_to(while_waiting("where is my refund?", matter), {saying("Soon.")}).text, "");
  EXPECT_EQ(chat_stub().requests().size(), 0u);
  EXPECT_EQ(answer_to(while_waiting("thanks", matter), {saying("You are welcome.")}).text, "");
  EXPECT_EQ(chat_stub().requests().size(), 0u);
  EXPECT_EQ(answer_to(while_waiting("When are you open?", matter),
                      {saying("Monday to Friday from 9:00 to 18:00.")})
                .text,
            "Monday to Friday from 9:00 to 18:00.");
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

TEST(FallbackResponder, the_builtin_ai_answers_when_it_knows) {
  chat_stub().behave({{{"failure", "401"}}});
  FallbackResponder both(responder(),
                         std::make_shared<BuiltinResponder>(BuiltinResponder::over(shop())));
  Watching watching;
  const auto answer = both.respond(asks("How long does delivery take?"), watching);
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->by, "builtin");
  EXPECT_EQ(answer->sources.at(0).slug, "delivery");
  for (const char* text : {"Do you sponsor school teams?", "cancel my order"}) {
    const auto failed = both.respond(asks(text), watching);
    ASSERT_FALSE(failed.ok()) << text;
    EXPECT_EQ(failed.error().code, ErrorCode::kUnavailable);
  }
}

TEST(FallbackResponder, what_was_cancelled_is_not_answered_by_somebody_else) {
  chat_stub().behave({Json::object()});
  FallbackResponder both(responder(),
                         std::make_shared<BuiltinResponder>(BuiltinResponder::over(shop())));
  Watching watching;
  watching.stop.cancel();
  EXPECT_FALSE(both.respond(asks("How long does delivery take?"), watching).ok());
}

TEST(OpenaiSetup, links_may_lead_to_the_site_its_articles_and_what_the_owner_adds) {
  Settings settings;
  settings.site.origins = {"https://shop.example", "http://localhost:8080"};
  settings.ai.link_hosts = {"docs.example"};
  EXPECT_EQ(
      answer_link_hosts(settings, {{.slug = "a", .title = "a", .url = "https://help.example/x?y"}}),
      (std::vector<std::string>{"docs.example", "help.example", "localhost", "shop.example"}));
}

TEST(OpenaiSetup, makes_a_responder_from_the_settings) {
  Settings settings;
  settings.site.name = "Mara's Bikes";
  settings.ai.base_url = chat_stub().endpoint().base_url;
  settings.ai.model = "gpt";
  settings.ai.api_key = "sk-1";
  settings.ai.max_tokens = 77;
  settings.ai.instructions = "Be formal.";
  const auto made =
      openai_responder(settings, chat_stub().http(), shop(), [] { return Instant(); });
  chat_stub().behave({saying(kDelivery)});
  Watching watching;
  ASSERT_TRUE(made->respond(asks("How long does delivery take?"), watching).ok());
  const Json request = chat_stub().requests()[0];
  EXPECT_EQ(request["headers"]["authorization"], "Bearer sk-1");
  EXPECT_EQ(request["body"]["max_tokens"], 77);
  const std::string rules = request["body"]["messages"][0]["content"];
  EXPECT_NE(rules.find("Mara's Bikes"), std::string::npos);
  EXPECT_NE(rules.find("Be formal."), std::string::npos);
}

}  // namespace
}  // namespace handoff
