#include <gtest/gtest.h>

#include "support/told_site.h"

/// Promises to visitors: the team is warned before they break, told when they do, and has the open
/// ones before it when it is back.
namespace handoff::testing {
namespace {

const std::vector<std::string> kPromiseTypes = {"promise.due", "promise.broken",
                                                "team.back_online"};
const Json kHours = {{"availability",
                      {{"timezone", "Europe/Bucharest"},
                       {"hours",
                        {{"monday", {{"start", "09:00"}, {"end", "18:00"}}},
                         {"tuesday", {{"start", "09:00"}, {"end", "18:00"}}},
                         {"wednesday", {{"start", "09:00"}, {"end", "18:00"}}}}}}},
                     {"callback", {{"within_hours", 2}, {"count", "working"}}},
                     {"human", {{"agent_lost_seconds", 3600}}}};

Instant at(const char* utc) { return *parse_rfc3339(utc); }

/// Ana is away, and a visitor was promised an answer by 14:02 (12:02 UTC).
struct Promised {
  explicit Promised(const std::vector<Json>& ladder = {step_of(600, {"email"})})
      : site(kHours, kPromiseTypes, ladder) {
    site.turn();
    site.app.clock->advance(Minutes(2));  // Agents have their time to come back after a start.
    site.ana.put("/v1/presence", {{"status", "offline"}});
    site.turn();
    before = site.hooks();
    visit.client.post(visit.path("/handoff"));
    site.turn();
  }
  std::string type(std::size_t index) { return site.hooked(before + index)["type"]; }
  /// Of all deliveries, the newest first.
  std::string types() {
    std::string out;
    const Json items = site.ana.get("/v1/deliveries").body["items"];
    for (const auto& item : items) out += item["type"].get<std::string>() + " ";
    return out;
  }
  std::size_t hooks() { return site.hooks() - before; }

  ToldSite site;
  std::size_t before = 0;
  TestApp::Visit visit = site.app.visitor();
};

TEST(NotifyPromise, warns_the_team_before_the_deadline) {
  Promised promised;
  promised.site.app.clock->set(at("2026-11-23T11:31:59Z"));
  promised.site.turn();
  EXPECT_EQ(promised.site.mail.next_mail()["subject"], "🙋 Human Handoff Requested");
  EXPECT_EQ(promised.hooks(), 0U);
  promised.site.later(Seconds(1));
  EXPECT_EQ(promised.site.mail.next_mail()["subject"], "⏰ A promised answer is due soon");
  ASSERT_EQ(promised.hooks(), 1U);
  const Json told = promised.site.hooked(promised.before);
  EXPECT_EQ(told["type"], "promise.due");
  EXPECT_EQ(told["event"]["due_at"], "2026-11-23T12:02:00Z");
  EXPECT_EQ(told["conversation"]["id"], promised.visit.id);
}

TEST(NotifyPromise, that_was_kept_in_time_warns_nobody) {
  Promised promised;
  promised.site.ana.post(promised.visit.path("/takeover"));
  promised.site.later(Minutes(59));
  (void)promised.site.ana.get("/v1/session");
  promised.site.later(Minutes(59));
  EXPECT_EQ(promised.hooks(), 0U);
  EXPECT_EQ(promised.types(), "team.back_online ");
}

TEST(NotifyPromise, that_breaks_is_told_once) {
  Promised promised;
  for (int i = 0; i < 30; ++i) promised.site.later(Minutes(10));
  ASSERT_EQ(promised.hooks(), 2U);
  EXPECT_EQ(promised.type(1), "promise.broken");
  EXPECT_EQ(promised.site.mail.next_mail()["subject"], "🙋 Human Handoff Requested");
  EXPECT_EQ(promised.site.mail.next_mail()["subject"], "⏰ A promised answer is due soon");
  EXPECT_EQ(promised.site.mail.next_mail()["subject"], "⏰ A promised answer is late");
  EXPECT_EQ(promised.types(),
            "promise.broken promise.broken promise.due promise.due handoff.alert "
            "team.back_online ");
}

TEST(NotifyPromise, warns_at_the_opening_when_that_is_less_than_an_hour_before) {
  Promised promised;
  promised.visit.client.remove(promised.visit.path("/handoff"));
  promised.site.app.clock->set(
      at("2026-11-23T14:30:00Z"));  // 16:30: half an hour is left for Tuesday.
  promised.visit.client.post(promised.visit.path("/handoff"));
  promised.site.app.clock->set(at("2026-11-24T06:59:59Z"));
  promised.site.turn();
  EXPECT_EQ(promised.hooks(), 0U);
  promised.site.later(Seconds(1));
  ASSERT_GE(promised.hooks(), 1U);
  EXPECT_EQ(promised.type(0), "promise.due");
}

TEST(TeamReturn, is_told_with_the_open_promises_the_soonest_first) {
  Promised promised;
  promised.site.later(Minutes(1));
  auto second = promised.site.app.visitor();
  second.client.post(second.path("/handoff"));
  promised.site.ana.put("/v1/presence", {{"status", "online"}});
  promised.site.turn();
  ASSERT_EQ(promised.hooks(), 1U);
  const Json told = promised.site.hooked(promised.before);
  EXPECT_EQ(told["type"], "team.back_online");
  ASSERT_EQ(told["event"]["callbacks"].size(), 2U);
  EXPECT_EQ(told["event"]["callbacks"][0]["conversation"], promised.visit.id);
  EXPECT_EQ(told["event"]["callbacks"][1]["conversation"], second.id);
  EXPECT_EQ(promised.site.mail.next_mail()["subject"], "👋 The team is back: 2 open promises");
}

TEST(TeamReturn, gives_nobody_the_same_list_twice_within_two_hours) {
  Promised promised;
  for (int i = 0; i < 3; ++i) {
    promised.site.ana.put("/v1/presence", {{"status", "online"}});
    promised.site.turn();
    promised.site.ana.put("/v1/presence", {{"status", "away"}});
    promised.site.turn();
  }
  EXPECT_EQ(promised.hooks(), 3U);
  int mails = 0;
  const Json items = promised.site.ana.get("/v1/deliveries").body["items"];
  for (const auto& item : items)
    mails += item["channel"] == "email" && item["type"] == "team.back_online" ? 1 : 0;
  EXPECT_EQ(mails, 1);
}

TEST(TeamReturn, at_the_opening_hour_reaches_a_team_that_is_not_there_yet) {
  Promised promised;
  promised.visit.client.remove(promised.visit.path("/handoff"));
  promised.site.app.clock->set(at("2026-11-23T15:59:00Z"));
  promised.visit.client.post(promised.visit.path("/handoff"));
  promised.site.app.clock->set(at("2026-11-23T17:00:00Z"));
  promised.site.turn();
  promised.site.app.clock->set(at("2026-11-24T07:00:00Z"));
  promised.site.turn();
  std::string subjects;
  for (int i = 0; i < 2; ++i)
    subjects += promised.site.mail.next_mail()["subject"].get<std::string>() + "\n";
  EXPECT_NE(subjects.find("👋 The team is back: one open promise"), std::string::npos) << subjects;
}

TEST(TeamReturn, is_no_return_after_a_restart) {
  ToldSite site(kHours, kPromiseTypes);
  site.turn();
  EXPECT_EQ(site.hooks(), 1U);
  site.app.restart();
  site.turn();
  auto ana = site.app.agent("Ana", "admin");
  site.turn();
  EXPECT_EQ(site.hooks(), 1U);
}

TEST(TeamReturn, offers_a_person_to_visitors_who_still_have_the_page_open) {
  Promised promised;
  RawClient stream(promised.site.app.port());
  stream.send(
      get(promised.visit.path("/events"), "Accept: text/event-stream\r\nAuthorization: Bearer " +
                                              promised.visit.client.credentials.bearer + "\r\n"));
  ASSERT_NE(stream.read_through("callback.promised"), "");
  promised.site.ana.put("/v1/presence", {{"status", "online"}});
  promised.site.turn();
  EXPECT_NE(stream.read_through("We are back. Would you like to talk to a person now?"), "");
  const auto events = promised.visit.client.get(promised.visit.path()).body["events"];
  EXPECT_EQ(types_of(events), "handoff.requested callback.promised handoff.offered");
  promised.site.ana.put("/v1/presence", {{"status", "away"}});
  promised.site.turn();
  promised.site.ana.put("/v1/presence", {{"status", "online"}});
  promised.site.turn();
  EXPECT_EQ(promised.visit.client.get(promised.visit.path()).body["events"].size(), 3U);
  const auto asked = promised.visit.client.post(promised.visit.path("/handoff"));
  EXPECT_EQ(asked.body["conversation"]["state"], "waiting");
  EXPECT_TRUE(promised.site.ana.get("/v1/callbacks?state=open").body["items"].empty());
}

TEST(TeamReturn, offers_nothing_to_visitors_who_have_left) {
  Promised promised;
  promised.site.ana.put("/v1/presence", {{"status", "online"}});
  promised.site.turn();
  EXPECT_EQ(promised.visit.client.get(promised.visit.path()).body["events"].size(), 2U);
}

}  // namespace
}  // namespace handoff::testing
