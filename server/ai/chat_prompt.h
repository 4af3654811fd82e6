#pragma once

#include <string>
#include <vector>

#include "ai/chat_request.h"
#include "ai/knowledge_search.h"
#include "ai/prompt_data.h"
#include "ai/responder.h"

/// What a model is told. Pure; thread-safe.
namespace handoff {

/// What a prompt may hold of everything, in characters.
inline constexpr std::size_t kPromptTextCharacters = 2000;  ///< of one message, and of one passage
inline constexpr std::size_t kPromptTurns = 20;
inline constexpr std::size_t kPromptHistoryCharacters = 6000;
inline constexpr std::size_t kPromptPassagesCharacters = 6000;
inline constexpr std::size_t kPromptPassages = 6;

struct PromptSite {
  std::string name;          ///< of the site, as visitors know it
  std::string instructions;  ///< the owner's own words; trusted, and still below the rules
};

/// The instructions, the conversation as far as it fits, the passages, and the newest message last.
/// Whatever was written by others is enclosed in delimiters with `secrets.tag`, and cannot leave
/// them. Nothing but this conversation and these passages goes in.
std::vector<ChatMessage> answer_prompt(const Question& question,
                                       const std::vector<FoundPassage>& passages,
                                       const PromptSite& site, const PromptSecrets& secrets);

/// Asks for at most 500 characters about a conversation, for the agent who takes it over, in the
/// agent's language.
std::vector<ChatMessage> summary_prompt(const std::vector<Said>& history, const std::string& locale,
                                        const PromptSecrets& secrets);

}  // namespace handoff
