#include <gtest/gtest.h>

#include "support/told_site.h"

/// Whom of the team a step of the ladder reaches.
namespace handoff::testing {
namespace {

constexpr const char* kPath = "/v1/session/notifications";

Json by_mail(const Json& quiet_hours = nullptr) {
  return {{"email", true}, {"whatsapp", false}, {"quiet_hours", quiet_hours}};
}

/// Ana and Bob want e-mail; the site has no address of its own. It is noon in UTC and at the site.
struct Team {
  Team()
      : site({{"notifications", {{"email", {{"to", {"team@acme.example"}}}}}}}, {},
             {step_of(0, {"email"})}) {
    site.app.clock->set(*parse_rfc3339("2026-11-23T12:00:00Z"));
  }
  void away(ApiClient& agent) { agent.put("/v1/presence", {{"status", "offline"}}); }
  /// Who was told, sorted, without the team's own address.
  std::string told() {
    (void)site.ana.get("/v1/session");
    (void)bob.get("/v1/session");
    visits.push_back(site.app.visitor());
    visits.back().client.post(visits.back().path("/handoff"));
    site.app.app->drain();
    std::string out;
    const Json items = site.ana.get("/v1/deliveries?state=done").body["items"];
    for (const auto& item : items) {
      if (item["conversation"] != visits.back().id) continue;
      const std::string target = item["target"];
      if (target != "te…@acme.example") out += target.substr(0, 2) + " ";
    }
    return out;
  }

  ToldSite site;
  ApiClient bob = site.app.agent("Bob");
  std::vector<TestApp::Visit> visits = {};
};

TEST(NotifyDuty, reaches_agents_only_as_they_wish) {
  Team team;
  EXPECT_EQ(team.told(), "");
  ASSERT_EQ(team.bob.put(kPath, by_mail()).status, 200);
  EXPECT_EQ(team.told(), "Bo ");
}

TEST(NotifyDuty, spares_agents_off_duty_while_somebody_is_on_duty) {
  Team team;
  team.site.ana.put(kPath, by_mail());
  team.bob.put(kPath, by_mail());
  team.away(team.bob);
  EXPECT_EQ(team.told(), "An ");
  team.away(team.site.ana);
  EXPECT_NE(team.told().find("Bo"), std::string::npos);
}

TEST(NotifyDuty, keeps_quiet_hours_while_somebody_else_can_be_told) {
  Team team;
  team.bob.put(kPath, by_mail({{"start", "11:00"}, {"end", "13:00"}}));
  team.away(team.bob);
  team.away(team.site.ana);
  EXPECT_EQ(team.told(), "");
  team.site.app.clock->set(*parse_rfc3339("2026-11-23T13:00:00Z"));
  EXPECT_EQ(team.told(), "Bo ");
}

TEST(NotifyPreferences, begin_with_nothing_and_keep_what_was_chosen) {
  Team team;
  const auto first = team.bob.get(kPath);
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(first.body["available"], Json::array({"email"}));
  EXPECT_EQ(first.body["email"], false);
  EXPECT_TRUE(first.body["quiet_hours"].is_null());
  const Json chosen = {{"email", true},
                       {"whatsapp", true},
                       {"phone", "+40 (700) 000-000"},
                       {"quiet_hours", {{"start", "22:00"}, {"end", "07:00"}}}};
  ASSERT_EQ(team.bob.put(kPath, chosen).status, 200);
  const auto kept = team.bob.get(kPath).body;
  EXPECT_EQ(kept["phone"], "+40700000000");
  EXPECT_EQ(kept["quiet_hours"], chosen["quiet_hours"]);
  EXPECT_EQ(team.site.ana.get(kPath).body["email"], false);
}

TEST(NotifyPreferences, name_what_is_wrong) {
  Team team;
  const auto wrong = team.bob.put(
      kPath, {{"whatsapp", true}, {"quiet_hours", {{"start", "25:00"}, {"end", "07:00"}}}});
  EXPECT_EQ(wrong.status, 400);
  const std::string said = dump_json(wrong.body["errors"]);
  EXPECT_NE(said.find("\"phone\""), std::string::npos) << said;
  EXPECT_NE(said.find("\"quiet_hours.start\""), std::string::npos) << said;
  EXPECT_EQ(team.bob.put(kPath, {{"phone", "0700"}}).status, 400);
  EXPECT_EQ(team.site.app.bot().get(kPath).status, 403);
}

}  // namespace
}  // namespace handoff::testing
