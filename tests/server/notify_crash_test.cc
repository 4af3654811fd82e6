#include <gtest/gtest.h>
#include <poll.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <mutex>
#include <random>
#include <set>

#include "support/answering_server.h"
#include "support/server_process.h"
#include "support/temp_folder.h"
#include "support/test_app.h"

namespace handoff::testing {
namespace {

/// Takes a call and says nothing, so that the sender is killed before it knows; answers the next.
class SilentOnce {
 public:
  std::string url() const { return server_.url("/hook"); }
  bool wait_for(const std::string& signal) { return server_.wait_for(signal); }
  std::vector<std::string> ids() {
    const std::lock_guard lock(mutex_);
    return ids_;
  }

 private:
  void serve(Peer& peer) {
    const std::string request = peer.read_request();
    bool first = false;
    {
      const std::lock_guard lock(mutex_);
      ids_.push_back(header_of(request, "webhook-id"));
      first = ids_.size() == 1;
    }
    if (!first) peer.send(answer_text(204, ""));
    peer.give(first ? "first" : "second");
    peer.wait_until_gone();
  }

  std::mutex mutex_;
  std::vector<std::string> ids_ = {};
  ScriptedServer server_{[this](Peer& peer) { serve(peer); }};
};

std::filesystem::path settings_file(const TempFolder& folder, const std::string& url) {
  const auto file = folder.path() / "settings.json";
  std::ofstream(file) << R"({"outbound": {"allow_private_cidrs": ["127.0.0.0/8"]},
    "notifications": {"webhooks": [{"url": ")" +
                             url + R"(", "events": ["handoff.requested"]}], "ladder": []}})";
  return file;
}

/// Asks for a person in a new conversation; its id, or empty when nobody said that it was taken.
std::string ask_for_person(std::uint16_t port) {
  ApiClient client(port);
  const auto started = client.post("/v1/sites/default/conversations");
  const std::string id = started.body["conversation"]["id"];
  client.credentials.bearer = started.body["visitor_token"].get<std::string>();
  return client.post("/v1/conversations/" + id + "/handoff").status == 200 ? id : "";
}

/// Conversation to the ids of the calls about it.
using Calls = std::map<std::string, std::vector<std::string>>;

Calls calls_of(AnsweringServer& sink) {
  Calls out;
  for (const auto& request : sink.requests()) {
    const auto body = parse_json(body_of(request));
    out[(*body)["conversation"]["id"]].push_back(header_of(request, "webhook-id"));
  }
  return out;
}

TEST(NotifyCrash, kills_at_any_moment_lose_nothing_and_repeat_under_the_same_id) {
  const auto seed = std::random_device{}();
  std::mt19937 random(seed);
  SCOPED_TRACE("seed " + std::to_string(seed));
  AnsweringServer sink({answer_text(204, "")});
  TempFolder folder;
  const auto settings = settings_file(folder, sink.url("/hook"));
  std::set<std::string> asked;
  for (int round = 0; round < 20; ++round) {
    ServerProcess server(folder.path() / "data", {"--config", settings.string()});
    asked.insert(ask_for_person(server.port()));
    // A real moment, anywhere between the commit and well after the delivery was noted.
    poll(nullptr, 0, static_cast<int>(random() % 30));
    server.kill_hard();
  }
  ServerProcess server(folder.path() / "data", {"--config", settings.string()});
  const std::string last = ask_for_person(server.port());
  asked.insert(last);
  const auto all_told = [&] {
    const auto calls = calls_of(sink);
    return std::all_of(asked.begin(), asked.end(),
                       [&](const std::string& id) { return calls.contains(id); });
  };
  for (int wait = 0; wait < 2000 && !all_told(); ++wait) poll(nullptr, 0, 10);
  const auto calls = calls_of(sink);
  for (const auto& id : asked) {
    ASSERT_TRUE(calls.contains(id)) << id << " was never told";
    const auto& ids = calls.at(id);
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 1U) << id;
  }
}

TEST(NotifyCrash, a_kill_between_sending_and_noting_repeats_under_the_same_id) {
  SilentOnce sink;
  TempFolder folder;
  const auto settings = settings_file(folder, sink.url());
  ServerProcess server(folder.path() / "data", {"--config", settings.string()});
  ask_for_person(server.port());
  ASSERT_TRUE(sink.wait_for("first"));
  server.kill_hard();
  ServerProcess again(folder.path() / "data", {"--config", settings.string()});
  ASSERT_TRUE(sink.wait_for("second"));
  ASSERT_EQ(sink.ids().size(), 2U);
  EXPECT_EQ(sink.ids()[0], sink.ids()[1]);
}

}  // namespace
}  // namespace handoff::testing
