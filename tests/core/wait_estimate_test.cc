#include "handoff/wait_estimate.h"

#include <gtest/gtest.h>

#include <random>

namespace handoff {
namespace {

WaitHistory history(std::initializer_list<int> seconds) {
  WaitHistory out;
  for (const int wait : seconds) out.waits.push_back(Seconds(wait));
  return out;
}

TEST(EstimateWait, says_nothing_before_five_waits_were_seen) {
  EXPECT_FALSE(estimate_wait(history({10, 20, 30, 40}), 1, 1));
  EXPECT_TRUE(estimate_wait(history({10, 20, 30, 40, 50}), 1, 1));
}

TEST(EstimateWait, says_nothing_while_no_agent_is_online) {
  EXPECT_FALSE(estimate_wait(history({10, 20, 30, 40, 50}), 1, 0));
}

TEST(EstimateWait, gives_the_next_in_line_the_quantiles_that_were_seen) {
  const auto estimate = estimate_wait(history({50, 10, 90, 20, 80, 30, 70, 40, 60, 100}), 1, 3);
  EXPECT_EQ(estimate, (WaitEstimate{Seconds(50), Seconds(90)}));
}

TEST(EstimateWait, adds_a_wait_for_everybody_ahead_shared_by_the_agents) {
  const auto seen = history({60, 60, 60, 60, 60});
  EXPECT_EQ(estimate_wait(seen, 3, 1)->p50, Seconds(180));
  EXPECT_EQ(estimate_wait(seen, 3, 2)->p50, Seconds(120));
  EXPECT_EQ(estimate_wait(seen, 2, 7)->p50, Seconds(69));
}

TEST(EstimateWait, looks_at_the_newest_fifty_waits_alone) {
  WaitHistory seen{std::vector<Seconds>(100, Seconds(5000))};
  seen.waits.insert(seen.waits.end(), 50, Seconds(30));
  EXPECT_EQ(estimate_wait(seen, 1, 1), (WaitEstimate{Seconds(30), Seconds(30)}));
}

TEST(EstimateWait, takes_a_place_below_one_as_the_first_and_a_negative_wait_as_none) {
  EXPECT_EQ(estimate_wait(history({-5, 60, 60, 60, 60}), -3, 1)->p50, Seconds(60));
  EXPECT_EQ(estimate_wait(history({-5, -5, -5, -5, -5}), 1, 1)->p90, Seconds(0));
}

TEST(EstimateWait, grows_with_the_place_shrinks_with_the_agents_and_stays_ordered) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 500; ++round) {
    WaitHistory seen;
    const std::size_t count = 5 + random() % 60;
    for (std::size_t i = 0; i < count; ++i) seen.waits.push_back(Seconds(random() % 4000));
    const int position = 1 + static_cast<int>(random() % 50);
    const int agents = 1 + static_cast<int>(random() % 10);
    const auto here = estimate_wait(seen, position, agents);
    EXPECT_LE(here->p50, here->p90);
    EXPECT_LE(here->p50, estimate_wait(seen, position + 1, agents)->p50);
    EXPECT_LE(here->p90, estimate_wait(seen, position + 1, agents)->p90);
    EXPECT_GE(here->p90, estimate_wait(seen, position, agents + 1)->p90);
  }
}

}  // namespace
}  // namespace handoff
