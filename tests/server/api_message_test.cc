#include <gtest/gtest.h>

#include "support/test_app.h"

namespace handoff::testing {
namespace {

Json message(const std::string& id, const std::string& text) {
  return {{"client_id", id}, {"text", text}};
}

TEST(Messages, a_new_message_is_201_and_the_same_again_is_200_with_the_same_event) {
  TestApp app;
  auto visit = app.visitor();
  const auto first = visit.client.post(visit.path("/messages"), message("m1", "hello"));
  EXPECT_EQ(first.status, 201);
  const auto again = visit.client.post(visit.path("/messages"), message("m1", "hello"));
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.body["event"], first.body["event"]);
}

TEST(Messages, another_text_under_the_same_client_id_is_409) {
  TestApp app;
  auto visit = app.visitor();
  visit.client.post(visit.path("/messages"), message("m1", "hello"));
  EXPECT_EQ(visit.client.post(visit.path("/messages"), message("m1", "other")).status, 409);
}

TEST(Messages, the_ai_answers_in_the_epoch_it_was_asked_in) {
  TestApp app;
  auto visit = app.visitor();
  visit.client.post(visit.path("/messages"), message("m1", "do you ship to Norway?"));
  app.app->drain();
  const auto log = visit.client.get(visit.path());
  EXPECT_EQ(types_of(log.body["events"]), "message message");
  EXPECT_EQ(log.body["events"][1]["author"], "ai");
  EXPECT_EQ(log.body["events"][1]["epoch"], 1);
  EXPECT_EQ(log.body["as_of_seq"], 2);
}

TEST(Messages, every_question_of_a_conversation_gets_its_own_answer) {
  TestApp app;
  auto visit = app.visitor();
  visit.client.post(visit.path("/messages"), message("m1", "do you ship to Norway?"));
  app.app->drain();
  app.ai->answer_with(handoff::Answer{.text = "On Monday.", .confidence = 95});
  visit.client.post(visit.path("/messages"), message("m2", "when do you open?"));
  app.app->drain();
  const Json events = visit.client.get(visit.path()).body["events"];
  EXPECT_EQ(types_of(events), "message message message message");
  EXPECT_EQ(events[3]["text"], "On Monday.");
}

TEST(Messages, a_missing_or_made_up_token_is_401) {
  TestApp app;
  auto visit = app.visitor();
  auto nobody = app.anonymous();
  EXPECT_EQ(nobody.get(visit.path()).status, 401);
  ApiClient liar(app.port(), {.bearer = "vt_" + std::string(43, 'x')});
  EXPECT_EQ(liar.get(visit.path()).status, 401);
}

TEST(Messages, a_foreign_conversation_and_an_unknown_one_answer_the_same_404) {
  TestApp app;
  auto mine = app.visitor();
  auto other = app.visitor();
  const auto foreign = mine.client.get(other.path());
  const auto unknown = mine.client.get("/v1/conversations/c_unknown");
  EXPECT_EQ(foreign.status, 404);
  EXPECT_EQ(foreign.body["detail"], unknown.body["detail"]);
  EXPECT_EQ(unknown.status, 404);
}

TEST(Messages, wrong_bodies_are_400_and_name_the_field) {
  TestApp app;
  auto visit = app.visitor();
  const auto missing = visit.client.post(visit.path("/messages"), {{"client_id", "m"}});
  EXPECT_EQ(missing.status, 400);
  EXPECT_EQ(missing.body["errors"][0]["path"], "text");
  const auto unknown = visit.client.post(visit.path("/messages"),
                                         {{"client_id", "m"}, {"text", "x"}, {"txet", "y"}});
  EXPECT_EQ(unknown.body["errors"][0]["path"], "txet");
  const auto type = visit.client.post(visit.path("/messages"),
                                      {{"client_id", "m"}, {"text", Json::array({"$ne"})}});
  EXPECT_EQ(type.body["errors"][0]["path"], "text");
  EXPECT_EQ(visit.client.call_raw("POST", visit.path("/messages"), "{\"client_id\": ").status, 400);
  EXPECT_EQ(
      visit.client
          .call_raw("POST", visit.path("/messages"), "{\"client_id\":\"m\",\"text\":\"\xff\"}")
          .status,
      400);
  EXPECT_EQ(visit.client.call_raw("POST", visit.path("/messages"), std::string(40, '[')).status,
            400);
  EXPECT_EQ(visit.client.get(visit.path()).body["as_of_seq"], 0);
}

TEST(Messages, an_oversized_message_is_refused_and_nothing_is_lost) {
  TestApp app;
  auto visit = app.visitor();
  visit.client.post(visit.path("/messages"), message("m1", "hello"));
  EXPECT_EQ(
      visit.client.post(visit.path("/messages"), message("m2", std::string(4001, 'x'))).status,
      400);
  EXPECT_EQ(ApiClient(app.port(), visit.client.credentials)
                .call_raw("POST", visit.path("/messages"), std::string(70000, 'x'))
                .status,
            413);
  app.app->drain();
  ApiClient fresh(app.port(), visit.client.credentials);
  EXPECT_EQ(fresh.get(visit.path()).body["events"][0]["text"], "hello");
}

TEST(Messages, more_than_the_limit_in_a_minute_is_429_with_retry_after) {
  TestApp app({.settings = R"({"limits": {"messages_per_minute": 2}})"});
  auto visit = app.visitor();
  visit.client.post(visit.path("/messages"), message("1", "a"));
  visit.client.post(visit.path("/messages"), message("2", "b"));
  const auto third = visit.client.post(visit.path("/messages"), message("3", "c"));
  EXPECT_EQ(third.status, 429);
  EXPECT_EQ(third.headers.at("retry-after"), "30");
  app.clock->advance(Seconds(30));
  EXPECT_EQ(visit.client.post(visit.path("/messages"), message("3", "c")).status, 201);
}

TEST(Messages, a_visitor_sees_a_note_only_as_hidden) {
  TestApp app;
  auto visit = app.visitor();
  auto ana = app.agent("Ana");
  EXPECT_EQ(ana.post(visit.path("/notes"), message("n1", "a difficult one")).status, 201);
  const auto seen = visit.client.get(visit.path());
  EXPECT_EQ(seen.body["events"][0], (Json{{"seq", 1}, {"type", "hidden"}}));
  EXPECT_EQ(ana.get(visit.path()).body["events"][0]["text"], "a difficult one");
}

TEST(Messages, the_sites_own_bot_answers_with_the_epoch_and_is_refused_when_stale) {
  TestApp app({.settings = R"({"ai": {"provider": "external"}})"});
  auto visit = app.visitor();
  auto bot = app.bot();
  const Json answer{
      {"client_id", "b1"}, {"text", "Yes, we do."}, {"epoch", 1}, {"confidence", 0.9}};
  EXPECT_EQ(bot.post(visit.path("/ai-messages"), answer).status, 201);
  app.agent("Ana").post(visit.path("/takeover"));
  const auto stale =
      bot.post(visit.path("/ai-messages"), {{"client_id", "b2"}, {"text", "More."}, {"epoch", 1}});
  EXPECT_EQ(stale.status, 409);
  EXPECT_EQ(stale.body["owner"]["name"], "Ana");
}

TEST(Messages, a_bot_of_the_site_that_does_not_answer_in_its_time_is_an_ai_error) {
  TestApp app({.settings = R"({"ai": {"provider": "external", "timeout_seconds": 20}})"});
  app.agent("Ana");
  auto visit = app.visitor();
  visit.client.post(visit.path("/messages"), message("m1", "do you ship to Norway?"));
  app.clock->advance(Seconds(19));
  app.app->drain();
  EXPECT_EQ(visit.client.get(visit.path()).body["conversation"]["state"], "ai");
  app.clock->advance(Seconds(1));
  app.app->drain();
  EXPECT_EQ(visit.client.get(visit.path()).body["conversation"]["handoff"]["reason"], "ai_error");
}

TEST(Messages, a_body_that_is_no_json_by_its_type_is_415) {
  TestApp app;
  auto visit = app.visitor();
  RawClient raw(app.port());
  const auto answer = raw.ask(post(visit.path("/messages"), "client_id=m&text=x",
                                   "Authorization: Bearer " + visit.client.credentials.bearer +
                                       "\r\nContent-Type: application/x-www-form-urlencoded\r\n"));
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->status, 415);
}

}  // namespace
}  // namespace handoff::testing
