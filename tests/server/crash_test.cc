#include <gtest/gtest.h>
#include <poll.h>

#include <atomic>
#include <fstream>
#include <random>
#include <set>
#include <thread>

#include "support/server_process.h"
#include "support/temp_folder.h"
#include "support/test_app.h"

/// kill -9 under load at random moments: what was acknowledged is there, and the log has no hole.
namespace handoff::testing {
namespace {

constexpr int kRounds = 50;
constexpr int kWriters = 8;

/// One visitor's conversation across all rounds, and the texts the server has acknowledged.
struct Writer {
  std::string path;
  Credentials credentials;
  std::vector<std::string> acknowledged = {};
  int next = 0;
};

Writer begin(std::uint16_t port) {
  ApiClient client(port);
  const auto started = client.post("/v1/sites/default/conversations");
  return {"/v1/conversations/" + started.body["conversation"]["id"].get<std::string>(),
          {.bearer = started.body["visitor_token"].get<std::string>()}};
}

/// Sends until the server is gone.
void write_until_killed(Writer& writer, std::uint16_t port, std::atomic<int>& sent) {
  try {
    ApiClient client(port, writer.credentials);
    while (true) {
      const std::string text = "word " + std::to_string(writer.next++);
      const auto reply =
          client.post(writer.path + "/messages", {{"client_id", text}, {"text", text}});
      if (reply.status == 201) writer.acknowledged.push_back(text);
      ++sent;
    }
  } catch (const std::runtime_error&) {
    // Killed in the middle: the last one may or may not be there, and nobody was told that it is.
  }
}

void expect_all_there(const Writer& writer, std::uint16_t port) {
  ApiClient client(port, writer.credentials);
  const Json events = client.get(writer.path).body["events"];
  std::set<std::string> texts;
  std::int64_t expected = 0;
  for (const auto& event : events) {
    ASSERT_EQ(event["seq"], ++expected) << "a hole in " << writer.path;
    if (event["type"] == "message" && event["author"] == "visitor")
      texts.insert(event["text"].get<std::string>());
  }
  for (const auto& text : writer.acknowledged)
    ASSERT_TRUE(texts.contains(text)) << text << " was acknowledged and is lost";
}

/// A real moment in which the writers write: the point of this test is that it is arbitrary.
void let_them_write(std::chrono::milliseconds time) {
  poll(nullptr, 0, static_cast<int>(time.count()));
}

TEST(Crash, every_acknowledged_message_survives_fifty_kills_under_load) {
  const auto seed = std::random_device{}();
  std::mt19937 random(seed);
  SCOPED_TRACE("seed " + std::to_string(seed));
  TempFolder folder;
  const auto settings = folder.path() / "settings.json";
  std::ofstream(settings)
      << R"({"limits": {"messages_per_minute": 0, "conversations_per_hour": 0}})";
  std::vector<Writer> writers;
  std::size_t acknowledged = 0;
  for (int round = 0; round < kRounds; ++round) {
    ServerProcess server(folder.path() / "data", {"--config", settings.string()});
    // Long logs make the check slow without making it stronger: every ten rounds new conversations
    // begin.
    if (round % 10 == 0) writers.clear();
    while (writers.size() < kWriters) writers.push_back(begin(server.port()));
    std::atomic<int> sent{0};
    std::vector<std::thread> threads;
    for (auto& writer : writers) {
      threads.emplace_back([&] { write_until_killed(writer, server.port(), sent); });
    }
    while (sent < kWriters) std::this_thread::yield();
    let_them_write(std::chrono::milliseconds(random() % 200));
    server.kill_hard();
    for (auto& thread : threads) thread.join();
    ServerProcess again(folder.path() / "data", {"--config", settings.string()});
    for (const auto& writer : writers) {
      expect_all_there(writer, again.port());
      acknowledged += writer.acknowledged.size();
      if (HasFatalFailure()) return;
    }
    EXPECT_EQ(again.stop(), 0);
  }
  RecordProperty("acknowledged", static_cast<int>(acknowledged));
}

}  // namespace
}  // namespace handoff::testing
