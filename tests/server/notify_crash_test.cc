#include <gtest/gtest.h>

#include <fstream>
#include <mutex>

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

TEST(NotifyCrash, a_kill_between_sending_and_noting_repeats_under_the_same_id) {
  SilentOnce sink;
  TempFolder folder;
  const auto settings = folder.path() / "settings.json";
  std::ofstream(settings) << R"({"outbound": {"allow_private_cidrs": ["127.0.0.0/8"]},
    "notifications": {"webhooks": [{"url": ")" +
                                 sink.url() +
                                 R"(", "events": ["handoff.requested"]}], "ladder": []}})";
  ServerProcess server(folder.path() / "data", {"--config", settings.string()});
  ApiClient client(server.port());
  const auto started = client.post("/v1/sites/default/conversations");
  client.credentials.bearer = started.body["visitor_token"].get<std::string>();
  client.post("/v1/conversations/" + started.body["conversation"]["id"].get<std::string>() +
              "/handoff");
  ASSERT_TRUE(sink.wait_for("first"));
  server.kill_hard();
  ServerProcess again(folder.path() / "data", {"--config", settings.string()});
  ASSERT_TRUE(sink.wait_for("second"));
  ASSERT_EQ(sink.ids().size(), 2U);
  EXPECT_EQ(sink.ids()[0], sink.ids()[1]);
}

}  // namespace
}  // namespace handoff::testing
