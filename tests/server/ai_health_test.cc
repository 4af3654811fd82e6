#include "ai/ai_health.h"

#include <gtest/gtest.h>

#include "ai/circuit_breaker.h"

namespace handoff {
namespace {

using State = CircuitBreaker::State;
using std::chrono::seconds;

/// Five failures in a row at `now`.
void break_it(CircuitBreaker& breaker, seconds now) {
  for (int i = 0; i < 5; ++i) {
    ASSERT_TRUE(breaker.may_ask(now));
    breaker.failed(now);
  }
}

TEST(CircuitBreaker, opens_after_five_failures_in_a_row_and_not_before) {
  CircuitBreaker breaker;
  for (int i = 0; i < 4; ++i) breaker.failed(seconds(0));
  breaker.succeeded();
  for (int i = 0; i < 4; ++i) breaker.failed(seconds(0));
  EXPECT_TRUE(breaker.may_ask(seconds(0)));
  EXPECT_EQ(breaker.state(seconds(0)), State::kClosed);
  breaker.failed(seconds(0));
  EXPECT_FALSE(breaker.may_ask(seconds(0)));
  EXPECT_EQ(breaker.state(seconds(0)), State::kOpen);
}

TEST(CircuitBreaker, lets_one_try_after_a_minute) {
  CircuitBreaker breaker;
  break_it(breaker, seconds(10));
  EXPECT_FALSE(breaker.may_ask(seconds(69)));
  EXPECT_TRUE(breaker.may_ask(seconds(70)));
  EXPECT_FALSE(breaker.may_ask(seconds(70)));
  EXPECT_EQ(breaker.state(seconds(70)), State::kProbing);
  breaker.succeeded();
  EXPECT_TRUE(breaker.may_ask(seconds(70)));
  EXPECT_TRUE(breaker.may_ask(seconds(70)));
}

TEST(CircuitBreaker, a_failed_try_costs_another_minute) {
  CircuitBreaker breaker;
  break_it(breaker, seconds(0));
  ASSERT_TRUE(breaker.may_ask(seconds(60)));
  breaker.failed(seconds(61));
  EXPECT_FALSE(breaker.may_ask(seconds(120)));
  EXPECT_TRUE(breaker.may_ask(seconds(121)));
}

TEST(CircuitBreaker, a_try_that_was_stopped_from_outside_lets_the_next_one_try) {
  CircuitBreaker breaker;
  break_it(breaker, seconds(0));
  ASSERT_TRUE(breaker.may_ask(seconds(60)));
  breaker.gave_up();
  EXPECT_TRUE(breaker.may_ask(seconds(60)));
}

AiFailure failure(int number) {
  return {Instant(Milliseconds(number)), "timeout", "number " + std::to_string(number)};
}

TEST(AiRecord, counts_answers_and_tokens) {
  AiRecord record;
  record.answered(Instant{}, Milliseconds(10), 100, 7);
  record.answered(Instant{}, Milliseconds(30), 100, 8);
  record.failed(failure(1));
  record.guarded();
  record.withdrawn();
  const AiHealth health = record.health();
  EXPECT_EQ(health.answers, 2);
  EXPECT_EQ(health.failures, 1);
  EXPECT_EQ(health.guarded, 1);
  EXPECT_EQ(health.withdrawn, 1);
  EXPECT_EQ(health.prompt_tokens, 200);
  EXPECT_EQ(health.completion_tokens, 15);
}

TEST(AiRecord, knows_how_long_the_last_hundred_took) {
  AiRecord record;
  EXPECT_EQ(record.health().typical, Milliseconds(0));
  for (int i = 0; i < 50; ++i) record.answered(Instant{}, Milliseconds(9000), 0, 0);
  for (int i = 1; i <= 100; ++i) record.answered(Instant{}, Milliseconds(i), 0, 0);
  EXPECT_EQ(record.health().typical, Milliseconds(50));
  EXPECT_EQ(record.health().slow, Milliseconds(90));
}

TEST(AiRecord, keeps_the_last_twenty_failures_newest_first) {
  AiRecord record;
  for (int i = 1; i <= 30; ++i) record.failed(failure(i));
  const auto failures = record.health().last_failures;
  ASSERT_EQ(failures.size(), 20u);
  EXPECT_EQ(failures.front(), failure(30));
  EXPECT_EQ(failures.back(), failure(11));
}

}  // namespace
}  // namespace handoff
