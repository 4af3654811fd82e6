#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "support/chat_stub.h"
#include "support/test_app.h"

/// A chat model behind the whole server: what visitors and agents see of it when it answers, fails,
/// promises, or obeys an attacker.
namespace handoff::testing {
namespace {

std::string settings_with_model(const std::string& more_ai = "") {
  return R"({"site": {"origins": ["https://maras-bikes.example"]}, "limits": {"conversations_per_hour": 0},
    "outbound": {"allow_private_cidrs": ["127.0.0.0/8"]},
    "ai": {"provider": "openai", "model": "m-1", "api_key": "sk-very-secret", "base_url": ")" +
         chat_stub().endpoint().base_url + R"(", "knowledge": ")" + HANDOFF_KNOWLEDGE + "\"" +
         more_ai + "}}";
}

Json saying(const std::string& text) { return {{"text", text}}; }

Json calling(const std::string& arguments, const std::string& text = "") {
  return {{"text", text}, {"tool", {{"name", "handoff_to_human"}, {"arguments", arguments}}}};
}

/// One question to a model that behaves so, until everything it led to is done.
class AiModel : public ::testing::Test {
 protected:
  void ask(const std::vector<Json>& behaviours,
           const std::string& text = "How long does delivery take?") {
    chat_stub().behave(behaviours);
    visit.client.post(visit.path("/messages"),
                      {{"client_id", std::to_string(++sent_)}, {"text", text}});
    app.app->drain();
  }
  Json seen() { return visit.client.get(visit.path()).body; }

  TestApp app{{.settings = settings_with_model()}};
  ApiClient ana = app.agent("Ana", "admin");
  TestApp::Visit visit = app.visitor();

 private:
  int sent_ = 0;
};

constexpr const char* kDelivery = "A complete bike takes 3 to 5 working days.";

TEST_F(AiModel, answers_the_visitor_with_its_sources) {
  ask({saying(kDelivery)});
  const Json body = seen();
  EXPECT_EQ(types_of(body["events"]), "message message");
  EXPECT_EQ(body["events"][1]["text"], kDelivery);
  EXPECT_FALSE(body["events"][1]["sources"].empty());
}

TEST_F(AiModel, that_asks_for_a_person_gets_one_and_its_summary_is_the_agents) {
  ask({calling(
      R"({"reason": "account_action", "summary": "Wants another address", "urgency": "high"})")});
  const Json conversation = ana.get(visit.path()).body["conversation"];
  EXPECT_EQ(conversation["state"], "waiting");
  EXPECT_EQ(conversation["handoff"]["rule"], "ai.account_action");
  EXPECT_EQ(conversation["summary"]["text"], "Wants another address");
  EXPECT_EQ(conversation["summary"]["by"], "m-1");
}

TEST_F(AiModel, that_promises_a_person_is_held_to_it) {
  ask({saying("I see. A colleague will be with you shortly.")});
  const Json body = seen();
  EXPECT_EQ(types_of(body["events"]), "message message handoff.requested");
  EXPECT_EQ(body["events"][1]["text"], "I see.");
  EXPECT_EQ(body["conversation"]["handoff"]["rule"], "ai.promised_person");
}

TEST_F(AiModel, that_fails_is_replaced_by_the_built_in_ai_when_that_one_knows) {
  ask({{{"failure", "500"}}});
  const Json body = seen();
  EXPECT_EQ(types_of(body["events"]), "message message");
  EXPECT_NE(body["events"][1]["text"].get<std::string>().find("days"), std::string::npos);
  EXPECT_EQ(ana.get("/v1/ai").body["counts"]["fallbacks"], 1);
}

TEST_F(AiModel, that_fails_where_nobody_knows_is_an_ai_error_and_never_silence) {
  ask({{{"failure", "401"}}}, "Can you recite the second verse of that song?");
  EXPECT_EQ(seen()["conversation"]["handoff"]["reason"], "ai_error");
  const Json status = ana.get("/v1/ai").body;
  EXPECT_EQ(status["health"]["state"], "failing");
  EXPECT_EQ(dump_json(status).find("sk-very-secret"), std::string::npos);
}

TEST_F(AiModel, is_not_asked_for_a_minute_after_five_failures) {
  chat_stub().behave({{{"failure", "500"}}});
  for (int i = 0; i < 6; ++i)
    ana.post("/v1/ai/test", {{"question", "How long does delivery take?"}});
  const Json status = ana.get("/v1/ai").body;
  EXPECT_EQ(status["health"]["state"], "paused");
  EXPECT_FALSE(status["health"]["retry_at"].is_null());
  EXPECT_EQ(status["counts"]["fallbacks"], 6);
}

TEST_F(AiModel, writes_the_summary_of_a_handoff_and_again_on_demand) {
  chat_stub().behave({saying("Chain broke, wants a repair.")});
  visit.client.post(visit.path("/messages"),
                    {{"client_id", "m"}, {"text", "my chain broke, I want to talk to a person"}});
  app.app->drain();
  const Json first = ana.get(visit.path()).body["conversation"]["summary"];
  EXPECT_EQ(first["text"], "Chain broke, wants a repair.");
  EXPECT_EQ(first["by"], "m-1");
  chat_stub().behave({saying("Chain broke twice.")});
  const auto again = ana.post(visit.path("/summary"));
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.body["conversation"]["summary"]["text"], "Chain broke twice.");
  chat_stub().behave({{{"failure", "500"}}});
  EXPECT_EQ(ana.post(visit.path("/summary")).status, 503);
  EXPECT_FALSE(visit.client.get(visit.path()).body["conversation"].contains("summary"));
}

TEST_F(AiModel, reads_after_a_return_what_the_human_said_and_left_for_it) {
  ask({saying(kDelivery)});
  ana.post(visit.path("/takeover"));
  ana.post(visit.path("/messages"), {{"client_id", "a"}, {"text", "I put bike 77 aside."}});
  ana.post(visit.path("/return"), {{"note", "Reserved until Friday"}});
  ask({saying(kDelivery)}, "And how long does it take now?");
  const std::string prompt = dump_json(chat_stub().requests().back()["body"]["messages"]);
  EXPECT_NE(prompt.find("I put bike 77 aside."), std::string::npos);
  EXPECT_NE(prompt.find("Reserved until Friday"), std::string::npos);
  EXPECT_NE(prompt.find("Ana"), std::string::npos);
}

TEST_F(AiModel, keeps_quiet_about_a_summary_that_it_cannot_write) {
  chat_stub().behave({{{"failure", "500"}}});
  visit.client.post(visit.path("/handoff"));
  app.app->drain();
  const Json summary = ana.get(visit.path()).body["conversation"]["summary"];
  EXPECT_TRUE(summary["text"].is_null());
  EXPECT_EQ(summary["by"], "core");
}

/// What a model says that does all an attacker tells it, in the stub's terms.
Json behaviour_of(const Json& model) {
  if (model.is_string()) return saying(model.get<std::string>());
  Json out = {{"text", model.value("text", "")}};
  if (model.contains("tool_calls") && !model["tool_calls"].empty())
    out["tool"] = model["tool_calls"][0];
  return out;
}

/// What of the model's words reaches the visitor, and what else they bring about.
TEST(AiInjection, has_no_effect_beyond_an_answer_or_a_handoff) {
  std::ifstream file(std::string(HANDOFF_FIXTURES) + "/injection.json");
  std::stringstream text;
  text << file.rdbuf();
  const Json cases = *parse_json(text.str());
  ASSERT_GE(cases.size(), 60u);
  TestApp app({.settings = settings_with_model()});
  auto ana = app.agent("Ana");
  const Json settings = app.agent("Bo", "admin").get("/v1/settings").body;
  for (const auto& one : cases) {
    SCOPED_TRACE(one["name"].get<std::string>());
    chat_stub().behave({behaviour_of(one["model"])});
    auto visit = app.visitor();
    visit.client.post(visit.path("/messages"),
                      {{"client_id", "m"}, {"text", one["visitor"].get<std::string>()}});
    app.app->drain();
    const Json body = visit.client.get(visit.path()).body;
    std::string shown;
    for (const auto& event : body["events"]) {
      if (event["author"] == "ai") shown += event.value("text", "") + "\n";
      const std::string type = event["type"];
      EXPECT_TRUE(type == "message" || type.rfind("handoff.", 0) == 0 || type == "wait.updated")
          << type;
    }
    for (const auto& never : one["never"])
      EXPECT_EQ(shown.find(never.get<std::string>()), std::string::npos)
          << never << " in " << shown;
    const std::string state = body["conversation"]["state"];
    EXPECT_TRUE(state == "ai" || state == "waiting") << state;
    EXPECT_GE(body["events"].size(), 2u) << "never silence";
  }
  EXPECT_EQ(app.agent("Bo", "admin").get("/v1/settings").body, settings);
}

}  // namespace
}  // namespace handoff::testing
