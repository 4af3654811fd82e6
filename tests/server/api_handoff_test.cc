#include <gtest/gtest.h>

#include "support/test_app.h"

/// The main job, through HTTP, with an injected clock. The browser test does the same with eyes.
namespace handoff::testing {
namespace {

constexpr const char* kHours = R"({
  "availability": { "timezone": "Europe/Bucharest", "hours": {
    "monday": {"start": "09:00", "end": "18:00"}, "tuesday": {"start": "09:00", "end": "18:00"} } } })";

Json message(const std::string& id, const std::string& text) {
  return {{"client_id", id}, {"text", text}};
}

TEST(Handoff, an_explicit_request_waits_with_reason_rule_and_evidence) {
  TestApp app({.settings = kHours});
  auto ana = app.agent("Ana");
  auto visit = app.visitor({{"locale", "ro"}});
  const auto sent = visit.client.post(visit.path("/messages"),
                                      message("m1", "vreau să vorbesc cu un om, vă rog"));
  EXPECT_EQ(sent.body["conversation"]["state"], "waiting");
  const auto seen = ana.get(visit.path());
  const Json& handoff = seen.body["conversation"]["handoff"];
  EXPECT_EQ(handoff["reason"], "user_request");
  EXPECT_EQ(handoff["position"], 1);
  EXPECT_EQ(handoff["message_seq"], 1);
  EXPECT_NE(handoff["evidence"][0]["text"].get<std::string>().find("vorbesc cu un om"),
            std::string::npos);
  EXPECT_EQ(seen.body["events"][1]["text"], "Chemăm un coleg. Urmați dumneavoastră.");
  EXPECT_EQ(seen.body["conversation"]["summary"]["why"], "user_request");
  app.app->drain();
  EXPECT_EQ(app.ai->asked(), 0);
}

TEST(Handoff, the_whole_way_to_a_human_and_back) {
  TestApp app({.settings = kHours});
  auto ana = app.agent("Ana");
  auto visit = app.visitor();
  visit.client.post(visit.path("/messages"), message("m1", "I want to talk to a human, please"));
  EXPECT_EQ(ana.post(visit.path("/takeover")).body["conversation"]["owner"]["name"], "Ana");
  ana.post(visit.path("/messages"), message("a1", "Hello, I am Ana."));
  visit.client.post(visit.path("/messages"), message("m2", "Great, what about my order?"));
  app.app->drain();
  EXPECT_EQ(app.ai->asked(), 0);
  const auto returned = ana.post(visit.path("/return"), {{"note", "wants the red one"}});
  EXPECT_EQ(returned.body["conversation"]["state"], "ai");
  visit.client.post(visit.path("/messages"), message("m3", "do you also fix brakes?"));
  app.app->drain();
  const auto question = app.ai->last_question();
  EXPECT_EQ(question.text, "do you also fix brakes?");
  ASSERT_TRUE(question.after_human.has_value());
  EXPECT_EQ(question.after_human->agent_name, "Ana");
  EXPECT_EQ(question.after_human->note, "wants the red one");
  const auto log = visit.client.get(visit.path());
  EXPECT_EQ(types_of(log.body["events"]),
            "message handoff.requested taken_over message message returned_to_ai message message");
  EXPECT_EQ(dump_json(log.body).find("red one"), std::string::npos);
}

TEST(Handoff, outside_hours_promises_a_deadline_and_lists_a_callback) {
  TestApp app({.settings = kHours, .now = "2026-11-22T10:00:00Z"});
  auto visit = app.visitor({{"timezone", "Europe/London"}});
  visit.client.post(visit.path("/messages"), message("m1", "I want to talk to a human"));
  const auto seen = visit.client.get(visit.path());
  const Json& conversation = seen.body["conversation"];
  EXPECT_EQ(conversation["state"], "callback");
  EXPECT_EQ(conversation["callback"]["due_at"], "2026-11-23T11:00:00Z");
  EXPECT_EQ(conversation["availability"]["opens_at"], "2026-11-23T09:00:00+02:00");
  const std::string text = seen.body["events"][2]["text"].get<std::string>();
  EXPECT_EQ(text.rfind("Our team is currently offline.", 0), 0u) << text;
  EXPECT_NE(text.find("Mon 23 Nov, 11:00 your time (Mon 23 Nov, 13:00 ours)"), std::string::npos)
      << text;
  EXPECT_EQ(visit.client.put(visit.path("/contact"), {{"name", "Jo"}, {"email", "jo@example.com"}})
                .status,
            200);
  auto ana = app.agent("Ana");
  const auto callbacks = ana.get("/v1/callbacks?state=open");
  ASSERT_EQ(callbacks.body["items"].size(), 1u);
  EXPECT_EQ(callbacks.body["items"][0]["contact"]["email"], "jo@example.com");
  visit.client.post(visit.path("/messages"), message("m2", "do you ship to Norway?"));
  app.app->drain();
  EXPECT_EQ(visit.client.get(visit.path()).body["events"].back()["author"], "ai");
}

TEST(Handoff, the_wait_runs_out_into_a_promise) {
  TestApp app({.settings = kHours});
  app.agent("Ana");
  auto visit = app.visitor();
  visit.client.post(visit.path("/handoff"));
  app.clock->advance(Minutes(10));
  app.app->drain();
  EXPECT_EQ(visit.client.get(visit.path()).body["conversation"]["state"], "callback");
}

TEST(Handoff, nobody_is_left_waiting_when_the_hours_end) {
  TestApp app({.settings = kHours, .now = "2026-11-23T15:55:00Z"});
  auto ana = app.agent("Ana");
  auto visit = app.visitor();
  EXPECT_EQ(visit.client.post(visit.path("/handoff")).body["conversation"]["state"], "waiting");
  app.clock->set(*parse_rfc3339("2026-11-23T16:00:00Z"));
  ana.get("/v1/session");
  app.app->tick();
  EXPECT_EQ(visit.client.get(visit.path()).body["conversation"]["state"], "callback");
}

TEST(Handoff, the_places_move_when_somebody_is_taken) {
  TestApp app;
  auto ana = app.agent("Ana");
  auto first = app.visitor();
  first.client.post(first.path("/handoff"));
  app.clock->advance(Seconds(1));
  auto second = app.visitor();
  EXPECT_EQ(second.client.post(second.path("/handoff")).body["conversation"]["handoff"]["position"],
            2);
  ana.post(first.path("/takeover"));
  app.app->tick();
  EXPECT_EQ(second.client.get(second.path()).body["conversation"]["handoff"]["position"], 1);
}

TEST(Handoff, an_agent_whose_browser_is_gone_gives_the_visitor_back_with_the_place_kept) {
  TestApp app;
  auto ana = app.agent("Ana");
  auto radu = app.agent("Radu");
  auto visit = app.visitor();
  visit.client.post(visit.path("/handoff"));
  ana.post(visit.path("/takeover"));
  app.clock->advance(Seconds(100));
  radu.get("/v1/session");
  app.app->tick();
  const auto seen = visit.client.get(visit.path());
  EXPECT_EQ(seen.body["conversation"]["state"], "waiting");
  EXPECT_EQ(seen.body["conversation"]["handoff"]["requested_at"], "2026-11-23T10:00:00Z");
}

TEST(Handoff, an_ai_that_fails_hands_over) {
  TestApp app;
  app.agent("Ana");
  app.ai->answer_with(Error{.code = ErrorCode::kUnavailable, .message = "no model"});
  auto visit = app.visitor();
  visit.client.post(visit.path("/messages"), message("m1", "do you ship to Norway?"));
  app.app->drain();
  EXPECT_EQ(visit.client.get(visit.path()).body["conversation"]["handoff"]["reason"], "ai_error");
}

TEST(Handoff, an_unsure_answer_is_given_and_then_handed_over) {
  TestApp app;
  app.agent("Ana");
  app.ai->answer_with(handoff::Answer{.text = "I do not know that.", .confidence = 5});
  auto visit = app.visitor();
  visit.client.post(visit.path("/messages"), message("m1", "what is the airspeed of a swallow?"));
  app.app->drain();
  const auto seen = visit.client.get(visit.path());
  EXPECT_EQ(types_of(seen.body["events"]), "message message handoff.requested");
  EXPECT_EQ(seen.body["conversation"]["handoff"]["reason"], "low_confidence");
}

TEST(Handoff, commands_that_do_not_fit_are_409_and_name_the_owner) {
  TestApp app;
  auto ana = app.agent("Ana");
  auto radu = app.agent("Radu");
  auto visit = app.visitor();
  EXPECT_EQ(ana.post(visit.path("/return")).status, 409);
  EXPECT_EQ(ana.post(visit.path("/takeover")).status, 200);
  EXPECT_EQ(ana.post(visit.path("/takeover")).status, 200);
  const auto second = radu.post(visit.path("/takeover"));
  EXPECT_EQ(second.status, 409);
  EXPECT_EQ(second.body["owner"]["name"], "Ana");
  EXPECT_EQ(radu.post(visit.path("/messages"), message("r1", "hi")).status, 409);
  EXPECT_EQ(radu.post(visit.path("/close")).status, 409);
  EXPECT_EQ(visit.client.post(visit.path("/takeover")).status, 403);
}

TEST(Handoff, everything_is_there_after_a_restart) {
  TestApp app;
  auto visit = app.visitor();
  visit.client.post(visit.path("/handoff"));
  const Json before = visit.client.get(visit.path()).body["events"];
  app.restart();
  ApiClient again(app.port(), visit.client.credentials);
  EXPECT_EQ(again.get(visit.path()).body["events"], before);
}

TEST(Handoff, an_outcome_is_labelled_and_counted_in_the_report) {
  TestApp app;
  auto ana = app.agent("Ana");
  auto visit = app.visitor();
  const auto asked = visit.client.post(visit.path("/handoff"));
  app.clock->advance(Seconds(30));
  ana.post(visit.path("/takeover"));
  const std::string id = asked.body["conversation"]["handoff"]["id"].get<std::string>();
  EXPECT_EQ(ana.put("/v1/handoffs/" + id + "/outcome", {{"outcome", "right"}}).status, 200);
  app.clock->advance(Seconds(1));
  const auto report = ana.get("/v1/reports/handoffs").body;
  EXPECT_EQ(report["handoffs"], 1);
  EXPECT_EQ(report["by_reason"]["user_request"], 1);
  EXPECT_EQ(report["by_outcome"]["right"], 1);
  EXPECT_EQ(report["wait_seconds"]["p50"], 30);
}

}  // namespace
}  // namespace handoff::testing
