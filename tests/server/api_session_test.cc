#include <gtest/gtest.h>

#include "support/test_app.h"

namespace handoff::testing {
namespace {

TEST(Session, a_wrong_password_and_an_unknown_account_answer_the_same_401) {
  TestApp app;
  app.agent("Ana");
  auto client = app.anonymous();
  const auto wrong =
      client.post("/v1/session", {{"email", "Ana@example.com"}, {"password", "not this one"}});
  const auto unknown =
      client.post("/v1/session", {{"email", "nobody@example.com"}, {"password", "not this one"}});
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(wrong.body["detail"], unknown.body["detail"]);
  EXPECT_EQ(unknown.status, 401);
}

TEST(Session, the_cookie_is_out_of_reach_of_scripts_and_other_sites) {
  TestApp app;
  app.agent("Ana");
  const auto reply = app.anonymous().post(
      "/v1/session", {{"email", "Ana@example.com"}, {"password", "correct horse battery"}});
  const std::string& cookie = reply.headers.at("set-cookie");
  EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
  EXPECT_NE(cookie.find("SameSite=Lax"), std::string::npos);
  EXPECT_EQ(dump_json(reply.body).find("hs_"), std::string::npos);
}

TEST(Session, an_unsafe_request_without_the_header_is_403) {
  TestApp app;
  auto ana = app.agent("Ana");
  RawClient raw(app.port());
  const auto answer =
      raw.ask(post("/v1/presence", R"({"status":"away"})",
                   "Cookie: " + ana.credentials.cookie + "\r\nContent-Type: application/json\r\n"));
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->status,
            405);  // PUT is the method of this route; the next request shows the header
  const auto note = RawClient(app.port())
                        .ask(post("/v1/conversations/c_x/takeover", "",
                                  "Cookie: " + ana.credentials.cookie + "\r\n"));
  ASSERT_TRUE(note.has_value());
  EXPECT_EQ(note->status, 403);
}

TEST(Session, survives_a_restart_and_ends_with_the_sign_out) {
  TestApp app;
  auto ana = app.agent("Ana");
  app.restart();
  ApiClient again(app.port(), ana.credentials);
  EXPECT_EQ(again.get("/v1/session").body["agent"]["name"], "Ana");
  EXPECT_EQ(again.remove("/v1/session").status, 204);
  EXPECT_EQ(again.get("/v1/session").status, 401);
}

TEST(Session, an_idle_session_ends) {
  TestApp app;
  auto ana = app.agent("Ana");
  app.clock->advance(std::chrono::hours(13));
  EXPECT_EQ(ana.get("/v1/session").status, 401);
}

TEST(Session, too_many_sign_ins_are_429) {
  TestApp app({.settings = R"({"limits": {"logins_per_minute": 2}})"});
  auto client = app.anonymous();
  const Json wrong{{"email", "a@example.com"}, {"password", "x"}};
  client.post("/v1/session", wrong);
  client.post("/v1/session", wrong);
  EXPECT_EQ(client.post("/v1/session", wrong).status, 429);
}

TEST(Session, a_disabled_account_is_out_at_once) {
  TestApp app;
  auto admin = app.agent("Boss", "admin");
  auto ana = app.agent("Ana");
  const std::string id = ana.get("/v1/session").body["agent"]["id"].get<std::string>();
  EXPECT_EQ(admin.remove("/v1/agents/" + id).status, 204);
  EXPECT_EQ(ana.get("/v1/session").status, 401);
}

TEST(Session, only_administrators_see_the_team_and_the_last_one_stays) {
  TestApp app;
  auto admin = app.agent("Boss", "admin");
  EXPECT_EQ(app.agent("Ana").get("/v1/agents").status, 403);
  const auto team = admin.get("/v1/agents");
  EXPECT_EQ(team.body["items"].size(), 2u);
  EXPECT_EQ(dump_json(team.body).find("argon2"), std::string::npos);
  const std::string id = admin.get("/v1/session").body["agent"]["id"].get<std::string>();
  EXPECT_EQ(admin.remove("/v1/agents/" + id).status, 409);
}

TEST(Session, a_one_time_link_signs_in_once) {
  TestApp app;
  const auto added = app.app->accounts().add({"new@example.com", "New", "agent", ""});
  const auto link = app.app->accounts().make_link(added->id);
  auto client = app.anonymous();
  EXPECT_EQ(client.post("/v1/session", {{"link", *link}}).status, 200);
  EXPECT_EQ(client.post("/v1/session", {{"link", *link}}).status, 401);
}

TEST(Presence, an_agent_is_online_for_ninety_seconds_after_a_request_unless_away) {
  TestApp app;
  auto ana = app.agent("Ana");
  auto visit = app.visitor();
  const auto available = [&] {
    return visit.client.get(visit.path()).body["conversation"]["availability"]["available"];
  };
  EXPECT_EQ(available(), true);
  ana.put("/v1/presence", {{"status", "away"}});
  EXPECT_EQ(available(), false);
  ana.put("/v1/presence", {{"status", "online"}});
  app.clock->advance(Seconds(91));
  EXPECT_EQ(available(), false);
}

}  // namespace
}  // namespace handoff::testing
