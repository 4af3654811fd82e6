#pragma once

#include <vector>

#include "ai/chat_request.h"
#include "ai/prompt_data.h"
#include "ai/responder.h"

namespace handoff {

/// What was said, as messages for a model, oldest first: the newest turns, as many as fit into the
/// budget of a prompt. The visitor's and the colleagues' words are enclosed; where a human's part
/// began and ended stands between them, so the model neither speaks for the human nor stays silent
/// after. Two messages of one role may follow each other. Pure; thread-safe.
std::vector<ChatMessage> history_messages(const std::vector<Said>& history,
                                          const PromptSecrets& secrets);

/// The end of a human's part: who speaks now, and the agent's note for the AI.
std::string end_of_human_part(const std::string& agent_name, const std::string& note,
                              const PromptSecrets& secrets);

/// Joins neighbours of the same role: many chat templates take turns or nothing. The user's comes
/// first.
std::vector<ChatMessage> by_turns(const std::vector<ChatMessage>& messages);

}  // namespace handoff
