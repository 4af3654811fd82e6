#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "support/test_app.h"

/// The AI yields: after a takeover was acknowledged, no message of the AI gets a place in the log
/// until it is returned.
namespace handoff::testing {
namespace {

constexpr int kInterleavings = 1000;

/// True when an AI message stands behind the takeover.
bool ai_spoke_after_takeover(const Json& events) {
  bool taken = false;
  for (const auto& event : events) {
    if (event["type"] == "taken_over") taken = true;
    if (taken && event["type"] == "message" && event["author"] == "ai") return true;
  }
  return false;
}

TEST(Fence, no_ai_message_appears_after_a_takeover_in_a_thousand_forced_interleavings) {
  const auto seed = std::random_device{}();
  std::mt19937 random(seed);
  SCOPED_TRACE("seed " + std::to_string(seed));
  TestApp app({.settings = R"({"limits": {"conversations_per_hour": 0}})"});
  auto ana = app.agent("Ana");
  int withheld = 0;
  for (int round = 0; round < kInterleavings; ++round) {
    auto visit = app.visitor();
    app.ai->hold();
    const int asked = app.ai->asked();
    visit.client.post(visit.path("/messages"),
                      {{"client_id", "m"}, {"text", "do you ship to Norway?"}});
    app.ai->wait_for(asked + 1);
    // Three orders: the takeover first, the answer first, and both at the same moment.
    const auto order = random() % 3;
    int status = 0;
    if (order == 0) {
      status = ana.post(visit.path("/takeover")).status;
      app.ai->release();
    } else if (order == 1) {
      app.ai->release();
      status = ana.post(visit.path("/takeover")).status;
    } else {
      std::thread letting_go([&] { app.ai->release(); });
      status = ana.post(visit.path("/takeover")).status;
      letting_go.join();
    }
    ASSERT_EQ(status, 200);
    app.app->drain();
    const Json events = visit.client.get(visit.path()).body["events"];
    ASSERT_FALSE(ai_spoke_after_takeover(events)) << "round " << round << ": " << types_of(events);
    if (types_of(events) == "message taken_over") ++withheld;
  }
  EXPECT_GE(withheld, kInterleavings / 5) << "the forced order must really have withheld answers";
}

TEST(Fence, a_withheld_answer_is_kept_as_a_draft_for_the_agent) {
  TestApp app;
  auto ana = app.agent("Ana");
  auto visit = app.visitor();
  app.ai->hold();
  visit.client.post(visit.path("/messages"),
                    {{"client_id", "m"}, {"text", "do you ship to Norway?"}});
  app.ai->wait_for(1);
  ana.post(visit.path("/takeover"));
  app.ai->release();
  app.app->drain();
  EXPECT_EQ(ana.get(visit.path()).body["conversation"]["draft"]["text"], "Yes.");
  EXPECT_FALSE(visit.client.get(visit.path()).body["conversation"].contains("draft"));
}

}  // namespace
}  // namespace handoff::testing
