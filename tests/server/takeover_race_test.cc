#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <thread>

#include "support/test_app.h"

namespace handoff::testing {
namespace {

constexpr int kAgents = 100;
constexpr int kRounds = 100;

TEST(TakeoverRace, of_a_hundred_agents_one_wins_and_the_others_learn_who_a_hundred_times) {
  TestApp app(
      {.settings =
           R"({"limits": {"conversations_per_hour": 0, "logins_per_minute": 0, "connections_per_address": 0}})"});
  std::vector<ApiClient> agents;
  for (int i = 0; i < kAgents; ++i) agents.push_back(app.agent("agent" + std::to_string(i)));
  auto reader = app.agent("reader");
  std::string path;
  std::atomic<int> won{0}, refused{0}, named{0};
  std::barrier round_begins(kAgents + 1), round_ends(kAgents + 1);
  std::vector<std::thread> threads;
  for (auto& agent : agents) {
    threads.emplace_back([&, client = &agent] {
      for (int round = 0; round < kRounds; ++round) {
        round_begins.arrive_and_wait();
        const auto reply = client->post(path + "/takeover");
        won += reply.status == 200 ? 1 : 0;
        refused += reply.status == 409 ? 1 : 0;
        named +=
            reply.status == 409 && !reply.body["owner"]["name"].get<std::string>().empty() ? 1 : 0;
        round_ends.arrive_and_wait();
      }
    });
  }
  for (int round = 0; round < kRounds; ++round) {
    path = app.visitor().path();
    won = refused = named = 0;
    round_begins.arrive_and_wait();
    round_ends.arrive_and_wait();
    EXPECT_EQ(won, 1) << "round " << round;
    EXPECT_EQ(refused, kAgents - 1) << "round " << round;
    EXPECT_EQ(named, kAgents - 1) << "round " << round;
    EXPECT_EQ(types_of(reader.get(path).body["events"]), "taken_over");
  }
  for (auto& thread : threads) thread.join();
}

}  // namespace
}  // namespace handoff::testing
