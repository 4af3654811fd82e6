#include <gtest/gtest.h>

#include "support/told_site.h"

/// Closing time, a weekend, two holidays and the morning after, as visitors and the team live them.
namespace handoff::testing {
namespace {

Json weekdays() {
  Json hours = Json::object();
  for (const char* day : {"monday", "tuesday", "wednesday", "thursday", "friday"})
    hours[day] = {{"start", "09:00"}, {"end", "18:00"}};
  return hours;
}

Json holiday(const char* date) { return {{"date", date}, {"closed", true}}; }

/// Saint Andrew's and the National Day of Romania make the weekend five days long.
Json settings() {
  return {{"availability",
           {{"timezone", "Europe/Bucharest"},
            {"hours", weekdays()},
            {"exceptions", Json::array({holiday("2026-11-30"), holiday("2026-12-01")})}}},
          {"human", {{"agent_lost_seconds", 3600}}}};
}

/// Romanian winter time is UTC+2.
Instant local(const char* date_and_minute) {
  return *parse_rfc3339(std::string(date_and_minute) + ":00+02:00");
}

std::string last_text(TestApp::Visit& visit) {
  const Json events = visit.client.get(visit.path()).body["events"];
  return events.back().value("text", "");
}

std::string state_of(TestApp::Visit& visit) {
  return visit.client.get(visit.path()).body["conversation"]["state"];
}

class OfflineStory : public ::testing::Test {
 protected:
  OfflineStory()
      : site(settings(), {"promise.due", "promise.broken", "team.back_online"},
             {step_of(0, {"email"})}, "2026-11-27T15:45:00Z") {
    go_to("2026-11-27T17:50");
    is(site.ana, "online");
  }

  void go_to(const char* when) {
    site.app.clock->set(local(when));
    site.turn();
  }
  void is(ApiClient& agent, const char* status) {
    ASSERT_EQ(agent.put("/v1/presence", {{"status", status}}).status, 200);
    site.turn();
  }
  std::vector<std::string> hooked_types() {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < site.hooks(); ++i) out.push_back(site.hooked(i)["type"]);
    return out;
  }
  std::string next_subject() { return site.mail.next_mail()["subject"]; }

  ToldSite site;
};

TEST_F(OfflineStory, holds_every_promise_over_a_weekend_and_two_holidays) {
  auto waiting = site.app.visitor();
  waiting.client.post(waiting.path("/handoff"));
  auto talking = site.app.visitor();
  talking.client.post(talking.path("/handoff"));
  site.turn();
  site.ana.post(talking.path("/takeover"));
  EXPECT_EQ(state_of(waiting), "waiting");

  // Friday, closing time: who waits is promised a callback, who talks goes on talking.
  site.ana.get("/v1/session");
  go_to("2026-11-27T18:00");
  EXPECT_EQ(state_of(waiting), "callback");
  EXPECT_NE(last_text(waiting).find("We will answer you by Wed 2 Dec, 13:00"), std::string::npos)
      << last_text(waiting);
  EXPECT_EQ(state_of(talking), "human");
  EXPECT_EQ(
      talking.client.post(talking.path("/messages"), {{"client_id", "1"}, {"text", "And now?"}})
          .status,
      201);
  EXPECT_EQ(
      site.ana.post(talking.path("/messages"), {{"client_id", "2"}, {"text", "All done."}}).status,
      201);
  site.ana.post(talking.path("/close"));
  is(site.ana, "offline");

  // Saturday: somebody asks while nobody is there, and leaves an address.
  go_to("2026-11-28T12:00");
  auto weekend = site.app.visitor({{"timezone", "America/New_York"}});
  weekend.client.post(weekend.path("/messages"),
                      {{"client_id", "1"}, {"text", "I want to talk to a human"}});
  site.turn();
  EXPECT_EQ(state_of(weekend), "callback");
  EXPECT_NE(last_text(weekend).find("by Wed 2 Dec, 06:00 your time (Wed 2 Dec, 13:00 ours)"),
            std::string::npos)
      << last_text(weekend);
  EXPECT_EQ(weekend.client.put(weekend.path("/contact"), {{"email", "jo@example.com"}}).status,
            200);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(next_subject(), "🙋 Human Handoff Requested");
  const std::size_t before = site.hooks();

  // Sunday, Monday and Tuesday are silent.
  for (const char* when : {"2026-11-29T10:00", "2026-11-30T10:00", "2026-12-01T10:00"}) {
    go_to(when);
    EXPECT_FALSE(site.app.anonymous()
                     .get("/v1/sites/default/widget")
                     .body["availability"]["open"]
                     .get<bool>())
        << when;
  }
  EXPECT_EQ(site.hooks(), before);

  // Wednesday: the doors open and nobody is in yet; then Ana comes.
  go_to("2026-12-02T09:00");
  EXPECT_EQ(next_subject(), "👋 The team is back: 2 open promises");
  go_to("2026-12-02T09:05");
  auto ana = site.app.agent("Ana", "admin");  // Her session has ended meanwhile.
  RawClient dashboard(site.app.port());
  dashboard.send(get("/v1/inbox/events",
                     "Accept: text/event-stream\r\nCookie: " + ana.credentials.cookie + "\r\n"));
  ASSERT_NE(dashboard.read_through("reset"), "");
  is(ana, "online");
  ASSERT_EQ(site.hooks(), before + 1);
  const Json back = site.hooked(before);
  EXPECT_EQ(back["type"], "team.back_online");
  EXPECT_EQ(back["event"]["callbacks"][0]["conversation"], waiting.id);

  // She keeps one promise; the other is near its end, is warned of, breaks, and is admitted.
  ASSERT_EQ(ana.post(waiting.path("/takeover")).status, 200);
  EXPECT_EQ(ana.get(waiting.path()).body["conversation"]["callback"]["state"], "kept");
  go_to("2026-12-02T12:00");
  EXPECT_EQ(next_subject(), "⏰ A promised answer is due soon");
  go_to("2026-12-02T13:00");
  EXPECT_EQ(next_subject(), "⏰ A promised answer is late");
  EXPECT_NE(last_text(weekend).find("We are late, and we are sorry for that."), std::string::npos);
  EXPECT_EQ(ana.get(weekend.path()).body["conversation"]["callback"]["state"], "broken");
  const auto types = hooked_types();
  EXPECT_EQ(std::vector<std::string>(types.begin() + static_cast<std::ptrdiff_t>(before) + 1,
                                     types.end()),
            (std::vector<std::string>{"promise.due", "promise.broken"}));
}

}  // namespace
}  // namespace handoff::testing
