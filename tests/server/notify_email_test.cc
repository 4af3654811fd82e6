#include <gtest/gtest.h>

#include "support/told_site.h"

/// E-mails to the team, from the visitor's wish to a mail server's ear.
namespace handoff::testing {
namespace {

const std::vector<Json> kMailAtOnce = {step_of(0, {"email"})};

TEST(NotifyEmail, tells_who_waits_why_and_where) {
  ToldSite site({}, {}, kMailAtOnce);
  auto visit = site.app.visitor();
  visit.client.post(visit.path("/messages"),
                    {{"client_id", "1"}, {"text", "I want to talk to a human"}});
  site.turn();
  const Json mail = site.mail.next_mail();
  EXPECT_EQ(mail["to"], Json::array({"team@acme.example"}));
  EXPECT_EQ(mail["subject"], "🙋 Human Handoff Requested");
  EXPECT_EQ(mail["headers"]["auto-submitted"], "auto-generated");
  const std::string text = mail["text"];
  EXPECT_NE(text.find("Reason: \"I want to talk to a human\""), std::string::npos) << text;
  EXPECT_NE(text.find("https://handoff.acme.example/c/" + visit.id), std::string::npos) << text;
}

TEST(NotifyEmail, of_one_conversation_form_a_thread) {
  ToldSite site({}, {}, kMailAtOnce);
  auto visit = site.app.visitor();
  visit.client.post(visit.path("/handoff"));
  site.turn();
  visit.client.remove(visit.path("/handoff"));
  visit.client.post(visit.path("/handoff"));
  site.turn();
  const Json first = site.mail.next_mail();
  const Json second = site.mail.next_mail();
  EXPECT_FALSE(first["headers"].contains("references"));
  EXPECT_EQ(second["headers"]["references"], first["headers"]["message-id"]);
  EXPECT_NE(second["headers"]["message-id"], first["headers"]["message-id"]);
}

TEST(NotifyEmail, says_in_a_test_what_the_mail_server_said) {
  ToldSite site({}, {}, kMailAtOnce);
  const auto tested = site.ana.post("/v1/notifications/test", {{"channel", "email"}});
  EXPECT_EQ(tested.status, 200);
  EXPECT_EQ(tested.body["results"][0]["ok"], true) << dump_json(tested.body);
  EXPECT_EQ(tested.body["results"][0]["target"], "te…@acme.example");
  EXPECT_EQ(site.mail.next_mail()["subject"], "✅ Test: e-mail from Handoff arrives");
}

TEST(NotifyStorm, collapses_into_one_digest_a_minute_after_the_last) {
  ToldSite site({}, {}, kMailAtOnce);
  std::vector<TestApp::Visit> visits;
  for (int i = 0; i < 8; ++i) {
    visits.push_back(site.app.visitor());
    visits.back().client.post(visits.back().path("/handoff"));
    site.turn();
  }
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(site.mail.next_mail()["subject"], "🙋 Human Handoff Requested");
  ASSERT_EQ(visits[7].client.remove(visits[7].path("/handoff")).status, 200);
  site.later(Seconds(60));
  const Json digest = site.mail.next_mail();
  EXPECT_EQ(digest["subject"], "🙋 4 visitors asked for a human");
  const std::string text = digest["text"];
  for (const int i : {3, 4, 5, 6}) EXPECT_NE(text.find(visits[i].id), std::string::npos) << i;
  EXPECT_EQ(text.find(visits[7].id), std::string::npos);
  const auto items = site.ana.get("/v1/deliveries").body["items"];
  EXPECT_EQ(items.size(), 7U);
  for (const auto& item : items) EXPECT_EQ(item["state"], "done");
}

TEST(NotifyStorm, is_over_after_five_quiet_minutes) {
  ToldSite site({}, {}, kMailAtOnce);
  for (int i = 0; i < 4; ++i) {
    auto visit = site.app.visitor();
    visit.client.post(visit.path("/handoff"));
    site.turn();
  }
  site.later(Minutes(6));
  auto visit = site.app.visitor();
  visit.client.post(visit.path("/handoff"));
  site.turn();
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(site.mail.next_mail()["subject"], "🙋 Human Handoff Requested") << i;
}

}  // namespace
}  // namespace handoff::testing
