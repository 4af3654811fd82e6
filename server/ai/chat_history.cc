#include "ai/chat_history.h"

#include <algorithm>
#include <iterator>

#include "ai/chat_prompt.h"
#include "handoff/utf8.h"

namespace handoff {
namespace {

using By = Said::By;
using Role = ChatMessage::Role;

constexpr std::size_t kNameCharacters = 60;

std::string colleague(const std::string& name) {
  const std::string line = as_line(name, kNameCharacters);
  return line.empty() ? "a colleague" : "the colleague \"" + line + "\"";
}

ChatMessage message_of(const Said& said, const PromptSecrets& secrets) {
  const std::string data = as_data(said.text, kPromptTextCharacters);
  switch (said.by) {
    case By::kAi:
      return {Role::kAssistant, data};
    case By::kAgent:
      return {Role::kUser,
              "Written by " + colleague(said.name) + ":\n" + enclosed("colleague", secrets, data)};
    case By::kHumanPartBegins:
      return {Role::kUser, "(From here on " + colleague(said.name) +
                               ", a person, answered the visitor, and not you.)"};
    case By::kHumanPartEnds:
      return {Role::kUser, end_of_human_part(said.name, said.text, secrets)};
    case By::kVisitor:
      break;
  }
  return {Role::kUser, enclosed("visitor", secrets, data)};
}

}  // namespace

std::string end_of_human_part(const std::string& agent_name, const std::string& note,
                              const PromptSecrets& secrets) {
  std::string text = "(The part of " + colleague(agent_name) +
                     " has ended. You answer the visitor again, as the AI assistant.)";
  if (note.empty()) return text;
  return text + "\nA note for you, not to be shown to the visitor:\n" +
         enclosed("note", secrets, as_data(note, kPromptTextCharacters));
}

std::vector<ChatMessage> history_messages(const std::vector<Said>& history,
                                          const PromptSecrets& secrets) {
  std::vector<ChatMessage> messages;
  std::size_t characters = 0;
  for (auto said = history.rbegin(); said != history.rend(); ++said) {
    const bool mark = said->by == By::kHumanPartBegins || said->by == By::kHumanPartEnds;
    if (said->text.empty() && !mark) continue;
    ChatMessage message = message_of(*said, secrets);
    characters += code_points(message.text);
    if (characters > kPromptHistoryCharacters || messages.size() == kPromptTurns) break;
    messages.push_back(std::move(message));
  }
  std::reverse(messages.begin(), messages.end());
  return messages;
}

std::vector<ChatMessage> by_turns(const std::vector<ChatMessage>& messages) {
  std::vector<ChatMessage> turns;
  for (const ChatMessage& message : messages) {
    if (turns.empty() && message.role == Role::kAssistant)
      turns.push_back({Role::kUser, "(The conversation begins.)"});
    if (!turns.empty() && turns.back().role == message.role) {
      turns.back().text += "\n\n" + message.text;
    } else {
      turns.push_back(message);
    }
  }
  return turns;
}

}  // namespace handoff
