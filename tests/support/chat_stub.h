#pragma once

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <string>

#include "ai/chat_client.h"
#include "handoff/json.h"

/// A chat model as a child process (chat-stub.mjs), which does what a test tells it.
namespace handoff::testing {

class ChatStub {
 public:
  /// Starts it on a free port. Throws when node does not run.
  ChatStub();
  ~ChatStub();
  ChatStub(const ChatStub&) = delete;
  ChatStub& operator=(const ChatStub&) = delete;

  /// What it does from now on: one behaviour a request, the last one for all that follow.
  void behave(const std::vector<Json>& behaviours);
  /// The requests since then, each with `headers` and `body`.
  Json requests() const;

  /// With short deadlines, and hardly a pause before a second try.
  ChatEndpoint endpoint() const;
  /// May reach 127.0.0.1.
  std::shared_ptr<const HttpClient> http() const { return http_; }

 private:
  Json call(const std::string& method, const std::string& path, const std::string& body) const;

  pid_t pid_ = -1;
  int input_ = -1;
  int output_ = -1;
  std::uint16_t port_ = 0;
  std::shared_ptr<const HttpClient> http_;
};

/// The same stub for all tests of a process.
ChatStub& chat_stub();

}  // namespace handoff::testing
