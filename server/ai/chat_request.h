#pragma once

#include <string>
#include <vector>

#include "ai/chat_dialect.h"

namespace handoff {

struct ChatMessage {
  enum class Role { kSystem, kUser, kAssistant };
  Role role = Role::kUser;
  std::string text = {};

  friend bool operator==(const ChatMessage&, const ChatMessage&) = default;
};

/// One question to a chat model, before it is put in the words that its server takes.
struct ChatRequest {
  std::string model = {};                  ///< empty: the server has only one
  std::vector<ChatMessage> messages = {};  ///< the system's first; then the user's and the
                                           ///< assistant's by turns, beginning with the user's
  bool may_hand_over = false;              ///< offers the tool `handoff_to_human`
  bool may_be_silent = false;              ///< saying nothing is an answer too
  int max_tokens = 600;                    ///< of the answer
};

/// The JSON body, as this server takes it. Pure; thread-safe.
std::string request_body(const ChatRequest& request, const Takes& takes);

}  // namespace handoff
