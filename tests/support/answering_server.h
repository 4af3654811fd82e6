#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "support/scripted_server.h"

namespace handoff::testing {

/// Gives each request the next of its answers (the last one for ever) and keeps what was asked.
class AnsweringServer {
 public:
  explicit AnsweringServer(std::vector<std::string> answers)
      : answers_(std::move(answers)), server_([this](Peer& peer) { answer_all(peer); }) {}

  std::string url(std::string_view path = "/") const { return server_.url(path); }

  std::vector<std::string> requests() {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

 private:
  void answer_all(Peer& peer) {
    for (std::string request; !(request = peer.read_request()).empty();) {
      peer.send(next_answer(std::move(request)));
    }
  }

  std::string next_answer(std::string request) {
    const std::lock_guard lock(mutex_);
    requests_.push_back(std::move(request));
    return answers_[std::min(requests_.size(), answers_.size()) - 1];
  }

  const std::vector<std::string> answers_;
  std::mutex mutex_;
  std::vector<std::string> requests_ = {};
  ScriptedServer server_;
};

/// The value of a header in a request as our client writes it; "(none)" where it is missing.
inline std::string header_of(const std::string& request, std::string_view name) {
  const std::string start = "\r\n" + std::string(name) + ": ";
  const auto at = request.find(start);
  if (at == std::string::npos || at > request.find("\r\n\r\n")) return "(none)";
  return request.substr(at + start.size(), request.find("\r\n", at + 2) - at - start.size());
}

inline std::string body_of(const std::string& request) {
  return request.substr(request.find("\r\n\r\n") + 4);
}

}  // namespace handoff::testing
