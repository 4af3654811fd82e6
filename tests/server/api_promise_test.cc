#include <gtest/gtest.h>

#include <optional>

#include "support/test_app.h"

/// Promises in the list of callbacks and in the report, through HTTP, with an injected clock.
namespace handoff::testing {
namespace {

/// Nobody is there on Sunday; what is asked for then is promised for Monday at 11:00 UTC.
constexpr const char* kHours = R"({
  "availability": { "timezone": "Europe/Bucharest", "hours": {
    "monday": {"start": "09:00", "end": "18:00"}, "tuesday": {"start": "09:00", "end": "18:00"} } } })";

struct Promised {
  TestApp app{{.settings = kHours, .now = "2026-11-22T10:00:00Z"}};
  TestApp::Visit visit = promise();
  std::optional<ApiClient> agent = std::nullopt;

  TestApp::Visit promise() {
    auto made = app.visitor();
    made.client.post(made.path("/handoff"));
    return made;
  }
  /// Signs in when first needed: a session does not outlast a quiet night.
  ApiClient& ana() {
    if (!agent) agent.emplace(app.agent("Ana"));
    return *agent;
  }
  void later(std::chrono::hours by) {
    app.clock->advance(by);
    app.app->drain();
  }
  Json listed(const std::string& state) {
    return ana().get("/v1/callbacks?state=" + state).body["items"];
  }
  Json counted() { return ana().get("/v1/reports/handoffs").body["promises"]; }
};

Json counts(int open, int kept, int broken) {
  return {{"open", open}, {"kept", kept}, {"broken", broken}};
}

TEST(Promises, are_open_until_a_person_answers_and_then_kept) {
  Promised at;
  at.later(std::chrono::hours(24));
  EXPECT_EQ(at.counted(), counts(1, 0, 0));
  ASSERT_EQ(at.listed("open").size(), 1U);
  EXPECT_EQ(at.listed("open")[0]["callback"]["answered_at"], nullptr);
  at.ana().post(at.visit.path("/takeover"));
  EXPECT_TRUE(at.listed("open").empty());
  EXPECT_EQ(at.counted(), counts(0, 1, 0));
  ASSERT_EQ(at.listed("kept").size(), 1U);
  EXPECT_EQ(at.listed("kept")[0]["callback"], (Json{{"due_at", "2026-11-23T11:00:00Z"},
                                                    {"promised_at", "2026-11-22T10:00:00Z"},
                                                    {"state", "kept"},
                                                    {"first_due_at", "2026-11-23T11:00:00Z"},
                                                    {"answered_at", "2026-11-23T10:00:00Z"}}));
}

TEST(Promises, that_are_late_are_still_owed_and_already_broken) {
  Promised at;
  at.later(std::chrono::hours(26));
  const Json open = at.listed("open");
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0]["callback"]["state"], "broken");
  EXPECT_EQ(open[0]["callback"]["first_due_at"], "2026-11-23T11:00:00Z");
  EXPECT_EQ(open[0]["callback"]["due_at"], "2026-11-23T13:00:00Z");
  EXPECT_EQ(at.counted(), counts(0, 0, 1));
  at.ana().post(at.visit.path("/takeover"));
  EXPECT_TRUE(at.listed("open").empty());
  ASSERT_EQ(at.listed("broken").size(), 1U);
  EXPECT_EQ(at.listed("broken")[0]["callback"]["answered_at"], "2026-11-23T12:00:00Z");
  EXPECT_EQ(at.counted(), counts(0, 0, 1));
}

TEST(Promises, stand_by_deadline_the_late_ones_first) {
  Promised at;
  at.later(std::chrono::hours(26));
  at.ana().put("/v1/presence", {{"status", "offline"}});
  const auto second = at.promise();
  const Json open = at.listed("open");
  ASSERT_EQ(open.size(), 2U);
  EXPECT_EQ(open[0]["id"], at.visit.id);
  EXPECT_EQ(open[1]["id"], second.id);
  at.app.clock->advance(Seconds(1));
  EXPECT_EQ(at.counted(), counts(1, 0, 1));
}

TEST(Promises, that_the_visitor_takes_back_are_not_counted) {
  Promised at;
  at.visit.client.remove(at.visit.path("/handoff"));
  at.later(std::chrono::hours(48));
  EXPECT_EQ(at.counted(), counts(0, 0, 0));
}

TEST(Promises, are_counted_where_they_were_made) {
  Promised at;
  at.later(std::chrono::hours(24));
  const auto report =
      at.ana().get("/v1/reports/handoffs?from=2026-11-22T10:00:01Z&to=2026-11-24T00:00:00Z");
  EXPECT_EQ(report.body["promises"], counts(0, 0, 0));
}

TEST(Promises, keep_their_own_deadline_when_another_one_is_made_later) {
  Promised at;
  at.later(std::chrono::hours(24));
  at.ana().post(at.visit.path("/takeover"));
  at.ana().post(at.visit.path("/return"));
  at.ana().put("/v1/presence", {{"status", "offline"}});
  at.visit.client.post(at.visit.path("/handoff"));
  ASSERT_EQ(at.listed("open").size(), 1U);
  ASSERT_EQ(at.listed("kept").size(), 1U);
  EXPECT_EQ(at.listed("kept")[0]["callback"]["due_at"], "2026-11-23T11:00:00Z");
  EXPECT_EQ(at.listed("open")[0]["callback"]["state"], "open");
}

}  // namespace
}  // namespace handoff::testing
