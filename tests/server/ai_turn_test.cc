#include <gtest/gtest.h>

#include "support/test_app.h"

/// The AI's turn as visitors and agents live through it: the answer grows, a takeover cuts it
/// short, and nobody is left in silence.
namespace handoff::testing {
namespace {

Json message(const std::string& id, const std::string& text) {
  return {{"client_id", id}, {"text", text}};
}

/// The live stream of a conversation; ephemeral events are nowhere else.
RawClient stream_of(const TestApp& app, const std::string& path, const Credentials& who) {
  RawClient stream(app.port());
  std::string headers = "Accept: text/event-stream\r\n";
  if (!who.bearer.empty()) headers += "Authorization: Bearer " + who.bearer + "\r\n";
  if (!who.cookie.empty()) headers += "Cookie: " + who.cookie + "\r\n";
  stream.send(get(path + "/events", headers));
  stream.read_through("retry: ");
  return stream;
}

TEST(AiTurn, an_answer_is_seen_while_it_grows) {
  TestApp app;
  auto visit = app.visitor();
  RawClient stream = stream_of(app, visit.path(), visit.client.credentials);
  app.ai->begin_with("We ship to Norway.");
  app.ai->hold();
  visit.client.post(visit.path("/messages"), message("m1", "do you ship to Norway?"));
  const std::string seen = stream.read_through("event: ai.partial\n");
  EXPECT_EQ(seen.find("\"author\":\"ai\",\"client_id\""), std::string::npos) << seen;
  EXPECT_NE(stream.read_through("\n\n").find(R"("text":"We ship to Norway.","epoch":1)"),
            std::string::npos);
  app.ai->release();
  EXPECT_FALSE(stream.read_through("\"text\":\"Yes.\"").empty());
}

TEST(AiTurn, a_takeover_in_the_middle_withdraws_what_was_seen_before_it_is_told) {
  TestApp app;
  auto visit = app.visitor();
  auto ana = app.agent("Ana");
  RawClient stream = stream_of(app, visit.path(), visit.client.credentials);
  app.ai->begin_with("We ship to");
  app.ai->hold();
  visit.client.post(visit.path("/messages"), message("m1", "do you ship to Norway?"));
  app.ai->wait_for(1);
  ana.post(visit.path("/takeover"));
  const std::string seen = stream.read_through("event: taken_over");
  EXPECT_NE(seen.find("event: ai.withdrawn"), std::string::npos) << seen;
}

TEST(AiTurn, what_was_withdrawn_is_the_agents_draft_and_the_agent_is_told) {
  TestApp app;
  auto visit = app.visitor();
  auto ana = app.agent("Ana");
  RawClient stream = stream_of(app, visit.path(), ana.credentials);
  app.ai->begin_with("We ship to");
  app.ai->hold();
  visit.client.post(visit.path("/messages"), message("m1", "do you ship to Norway?"));
  app.ai->wait_for(1);
  ana.post(visit.path("/takeover"));
  app.app->drain();
  EXPECT_FALSE(stream.read_through("event: ai.draft").empty());
  EXPECT_NE(stream.read_through("\n\n").find("We ship to"), std::string::npos);
  EXPECT_EQ(ana.get(visit.path()).body["conversation"]["draft"]["text"], "We ship to");
  EXPECT_EQ(types_of(visit.client.get(visit.path()).body["events"]), "message taken_over");
}

TEST(AiTurn, an_answer_that_fails_in_the_middle_is_withdrawn_and_handed_over) {
  TestApp app;
  app.agent("Ana");
  auto visit = app.visitor();
  RawClient stream = stream_of(app, visit.path(), visit.client.credentials);
  app.ai->begin_with("We ship to");
  app.ai->answer_with(Error{.code = ErrorCode::kUnavailable, .message = "cut off"});
  visit.client.post(visit.path("/messages"), message("m1", "do you ship to Norway?"));
  const std::string seen = stream.read_through("event: handoff.requested");
  EXPECT_NE(seen.find("event: ai.withdrawn"), std::string::npos) << seen;
  EXPECT_EQ(visit.client.get(visit.path()).body["conversation"]["handoff"]["reason"], "ai_error");
}

TEST(AiTurn, a_slow_answer_keeps_no_other_conversation_waiting) {
  TestApp app;
  app.ai->hold();
  std::vector<TestApp::Visit> visits;
  for (int i = 0; i < 12; ++i) {
    visits.push_back(app.visitor());
    visits.back().client.post(visits.back().path("/messages"), message("m", "do you ship?"));
  }
  app.ai->wait_for(12);  // All of them are asked at once.
  app.ai->release();
  app.app->drain();
  for (auto& visit : visits)
    EXPECT_EQ(types_of(visit.client.get(visit.path()).body["events"]), "message message");
}

TEST(AiTurn, an_ai_that_asks_for_a_person_gets_one_with_its_note_for_the_agent) {
  TestApp app;
  auto ana = app.agent("Ana");
  auto visit = app.visitor();
  app.ai->answer_with(handoff::Answer{
      .text = "I cannot change bookings.",
      .confidence = 90,
      .parts = {{"retrieval", 90}},
      .person =
          PersonWanted{Reason::kLowConfidence, "ai.account_action", "Wants a later date", true}});
  visit.client.post(visit.path("/messages"), message("m1", "please move my booking"));
  app.app->drain();
  const Json mine = visit.client.get(visit.path()).body;
  EXPECT_EQ(types_of(mine["events"]), "message message handoff.requested");
  EXPECT_FALSE(mine["events"][1].contains("confidence_parts"));
  EXPECT_FALSE(mine["conversation"]["handoff"].contains("urgent"));
  const Json theirs = ana.get(visit.path()).body;
  EXPECT_EQ(theirs["events"][1]["confidence_parts"]["retrieval"], 0.9);
  EXPECT_EQ(theirs["conversation"]["handoff"]["urgent"], true);
  EXPECT_EQ(theirs["conversation"]["summary"]["text"], "Wants a later date");
}

TEST(AiTurn, the_topic_that_a_human_was_asked_for_is_left_to_the_human) {
  TestApp app;
  app.agent("Ana");
  auto visit = app.visitor();
  visit.client.post(visit.path("/messages"),
                    message("m1", "my order 4411 arrived broken, I want to talk to a person"));
  app.app->drain();
  const int asked = app.ai->asked();
  visit.client.post(visit.path("/messages"), message("m2", "where is my order 4411?"));
  app.app->drain();
  EXPECT_EQ(app.ai->asked(), asked);
  visit.client.post(visit.path("/messages"), message("m3", "what are your opening hours?"));
  app.app->drain();
  const Json body = visit.client.get(visit.path()).body;
  EXPECT_EQ(types_of(body["events"]), "message handoff.requested message message message");
  EXPECT_EQ(body["conversation"]["state"], "waiting");
  EXPECT_EQ(body["conversation"]["handoff"]["position"], 1);
  EXPECT_TRUE(app.ai->last_question().only_simple);
}

TEST(AiTurn, after_a_return_the_ai_knows_the_humans_part_and_where_it_ended) {
  TestApp app;
  auto visit = app.visitor();
  auto ana = app.agent("Ana");
  visit.client.post(visit.path("/messages"), message("m1", "do you ship to Norway?"));
  app.app->drain();
  ana.post(visit.path("/takeover"));
  ana.post(visit.path("/messages"), message("a1", "I have put a bike aside for you."));
  ana.post(visit.path("/return"), {{"note", "Bike 77 is reserved until Friday"}});
  visit.client.post(visit.path("/messages"), message("m2", "until when is it reserved?"));
  app.app->drain();
  const Question question = app.ai->last_question();
  std::vector<Said::By> order;
  for (const auto& said : question.history) order.push_back(said.by);
  EXPECT_EQ(order,
            (std::vector<Said::By>{Said::By::kVisitor, Said::By::kAi, Said::By::kHumanPartBegins,
                                   Said::By::kAgent, Said::By::kHumanPartEnds}));
  EXPECT_EQ(question.history.back().text, "Bike 77 is reserved until Friday");
  EXPECT_EQ(question.after_human->agent_name, "Ana");
}

TEST(AiTurn, a_second_handoff_is_an_episode_of_its_own) {
  TestApp app;
  auto visit = app.visitor();
  auto ana = app.agent("Ana");
  const auto ask = [&](const std::string& id) {
    visit.client.post(visit.path("/messages"), message(id, "I want to talk to a person"));
    return visit.client.get(visit.path()).body["conversation"]["handoff"]["id"].get<std::string>();
  };
  const std::string first = ask("m1");
  ana.post(visit.path("/takeover"));
  ana.post(visit.path("/return"));
  const std::string second = ask("m2");
  EXPECT_NE(first, second);
  EXPECT_EQ(types_of(visit.client.get(visit.path()).body["events"]),
            "message handoff.requested taken_over returned_to_ai message handoff.requested");
}

TEST(OwnBot, may_ask_for_a_person_without_a_word) {
  TestApp app({.settings = R"({"ai": {"provider": "external"}})"});
  app.agent("Ana");
  auto visit = app.visitor();
  auto bot = app.bot();
  const auto sent =
      bot.post(visit.path("/ai-messages"),
               {{"client_id", "b1"},
                {"epoch", 1},
                {"handoff", {{"reason", "complaint"}, {"note", "Angry about a fee"}}}});
  EXPECT_EQ(sent.status, 201);
  const Json conversation = visit.client.get(visit.path()).body["conversation"];
  EXPECT_EQ(conversation["state"], "waiting");
  EXPECT_EQ(conversation["handoff"]["reason"], "complaint");
}

TEST(OwnBot, that_promises_a_person_asks_for_one_and_the_promise_is_not_sent) {
  TestApp app({.settings = R"({"ai": {"provider": "external"}})"});
  app.agent("Ana");
  auto visit = app.visitor();
  app.bot().post(visit.path("/ai-messages"),
                 {{"client_id", "b1"},
                  {"text", "I see. A colleague will be with you shortly."},
                  {"epoch", 1},
                  {"confidence", 0.9}});
  const Json body = visit.client.get(visit.path()).body;
  EXPECT_EQ(types_of(body["events"]), "message handoff.requested");
  EXPECT_EQ(body["events"][0]["text"], "I see.");
  EXPECT_EQ(body["events"][1]["rule"], "ai.promised_person");
}

TEST(OwnBot, has_its_links_to_other_hosts_and_its_images_taken_out) {
  TestApp app({.settings = R"({"ai": {"provider": "external", "link_hosts": ["acme.example"]}})"});
  auto visit = app.visitor();
  app.bot().post(visit.path("/ai-messages"),
                 {{"client_id", "b1"},
                  {"text",
                   "See [help](https://acme.example/help) and [this](https://evil.example/x)"
                   "![p](https://evil.example/p.png)"},
                  {"epoch", 1}});
  const std::string text = visit.client.get(visit.path()).body["events"][0]["text"];
  EXPECT_NE(text.find("https://acme.example/help"), std::string::npos) << text;
  EXPECT_EQ(text.find("evil.example"), std::string::npos) << text;
}

TEST(OwnBot, without_a_webhook_hears_of_conversations_in_the_streams) {
  TestApp app({.settings = R"({"ai": {"provider": "external"}})"});
  auto bot = app.bot();
  RawClient inbox(app.port());
  inbox.send(get("/v1/inbox/events", "Accept: text/event-stream\r\nAuthorization: Bearer " +
                                         bot.credentials.bearer + "\r\n"));
  inbox.read_through("event: reset");
  auto visit = app.visitor();
  EXPECT_FALSE(inbox.read_through(visit.id).empty());
  RawClient stream = stream_of(app, visit.path(), bot.credentials);
  visit.client.post(visit.path("/messages"), message("m1", "do you ship to Norway?"));
  EXPECT_FALSE(stream.read_through("do you ship to Norway?").empty());
}

TEST(OwnBot, wrong_answers_name_the_field) {
  TestApp app({.settings = R"({"ai": {"provider": "external"}})"});
  auto visit = app.visitor();
  auto bot = app.bot();
  const auto reason =
      bot.post(visit.path("/ai-messages"),
               {{"client_id", "b"}, {"epoch", 1}, {"handoff", {{"reason", "bored"}}}});
  EXPECT_EQ(reason.status, 400);
  EXPECT_EQ(reason.body["errors"][0]["path"], "handoff.reason");
  const auto nothing = bot.post(visit.path("/ai-messages"), {{"client_id", "b"}, {"epoch", 1}});
  EXPECT_EQ(nothing.body["errors"][0]["path"], "text");
}

TEST(AiDesk, says_how_the_ai_fares_to_administrators_alone) {
  TestApp app;
  EXPECT_EQ(app.agent("Ana").get("/v1/ai").status, 403);
  const auto status = app.agent("Bo", "admin").get("/v1/ai");
  EXPECT_EQ(status.status, 200);
  EXPECT_EQ(status.body["provider"], "builtin");
  EXPECT_EQ(status.body["health"]["state"], "ok");
  EXPECT_EQ(status.body["calibration"].size(), 10u);
}

TEST(AiDesk, counts_answers_by_confidence_and_how_many_were_handed_over) {
  TestApp app;
  auto boss = app.agent("Bo", "admin");
  app.ai->answer_with(handoff::Answer{.text = "Hm.", .confidence = 20});
  auto unsure = app.visitor();
  unsure.client.post(unsure.path("/messages"), message("m", "do you ship to Norway?"));
  app.app->drain();
  app.ai->answer_with(handoff::Answer{.text = "Yes.", .confidence = 95});
  auto sure = app.visitor();
  sure.client.post(sure.path("/messages"), message("m", "do you ship to Norway?"));
  app.app->drain();
  const Json bins = boss.get("/v1/ai").body["calibration"];
  EXPECT_EQ(bins[2]["answers"], 1);
  EXPECT_EQ(bins[2]["handed_over"], 1);
  EXPECT_EQ(bins[9]["answers"], 1);
  EXPECT_EQ(bins[9]["handed_over"], 0);
}

TEST(AiDesk, tries_a_question_outside_any_conversation) {
  TestApp app;
  auto boss = app.agent("Bo", "admin");
  const auto tested = boss.post("/v1/ai/test", {{"question", "do you ship?"}});
  EXPECT_EQ(tested.status, 200);
  EXPECT_EQ(tested.body["answer"]["text"], "Yes.");
  app.ai->answer_with(Error{.code = ErrorCode::kUnavailable, .message = "the key was refused"});
  EXPECT_EQ(boss.post("/v1/ai/test", {{"question", "do you ship?"}}).body["error"],
            "the key was refused");
  TestApp external({.settings = R"({"ai": {"provider": "external"}})"});
  EXPECT_EQ(external.agent("Bo", "admin").post("/v1/ai/test", {{"question", "x"}}).status, 409);
}

}  // namespace
}  // namespace handoff::testing
