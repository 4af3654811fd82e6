#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "ai/provider_error.h"

namespace handoff {

/// What a server takes of the things that not all of them take.
struct Takes {
  enum class Role { kSystem, kDeveloper, kUser };

  bool tools = true;
  bool strict_tools = true;
  bool parallel_tool_calls = true;  ///< the parameter, which is then sent as false
  bool stream = true;
  bool stream_options = true;
  bool logprobs = true;
  bool temperature = true;
  bool max_tokens = true;
  bool max_completion_tokens = false;  ///< instead of `max_tokens`
  Role instructions = Role::kSystem;   ///< in which role it takes its instructions

  friend bool operator==(const Takes&, const Takes&) = default;
};

/// Learns a server's dialect from its refusals: every request asks for everything until the server
/// names what it does not know. Nothing is probed and nothing is stored: a process that starts
/// again learns it again with its first question. Thread-safe.
class ChatDialect {
 public:
  Takes takes() const;

  /// `asked`: what the refused request was written with. True when something was dropped or renamed
  /// that the request had: asking again is worth it. False for every other complaint.
  bool learn(const Takes& asked, const ProviderError& refusal);

  /// For the dashboard, in the order in which it was learnt: `logprobs`,
  /// `max_tokens -> max_completion_tokens`.
  std::vector<std::string> dropped() const;

 private:
  void drop_in(const std::string& place);

  mutable std::mutex mutex_;
  Takes takes_ = {};
  std::vector<std::string> dropped_ = {};
};

}  // namespace handoff
