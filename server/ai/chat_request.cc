#include "ai/chat_request.h"

#include "ai/handoff_tool.h"

namespace handoff {
namespace {

/// Low, for an answer that keeps to the passages.
constexpr double kTemperature = 0.2;

Json message_json(const char* role, const std::string& text) {
  return {{"role", role}, {"content", text}};
}

const char* role_of(ChatMessage::Role role, const Takes& takes) {
  if (role == ChatMessage::Role::kAssistant) return "assistant";
  if (role == ChatMessage::Role::kUser) return "user";
  return takes.instructions == Takes::Role::kDeveloper ? "developer" : "system";
}

/// A server that knows no instructions gets them at the top of the first message.
std::vector<ChatMessage> without_system(std::vector<ChatMessage> messages) {
  if (messages.size() < 2 || messages[0].role != ChatMessage::Role::kSystem) return messages;
  messages[1].text = messages[0].text + "\n\n" + messages[1].text;
  messages.erase(messages.begin());
  return messages;
}

Json messages_json(const ChatRequest& request, const Takes& takes) {
  const bool separate = takes.instructions != Takes::Role::kUser;
  Json messages = Json::array();
  for (const ChatMessage& message :
       separate ? request.messages : without_system(request.messages)) {
    messages.push_back(message_json(role_of(message.role, takes), message.text));
  }
  return messages;
}

void add_tool(Json& body, const Takes& takes) {
  if (!takes.tools) return;
  body["tools"] = Json::array({handoff_tool_json(takes.strict_tools)});
  // A strict tool and parallel calls exclude each other, and one person is enough.
  if (takes.parallel_tool_calls) body["parallel_tool_calls"] = false;
}

}  // namespace

std::string request_body(const ChatRequest& request, const Takes& takes) {
  Json body = Json::object();
  if (!request.model.empty()) body["model"] = request.model;
  body["messages"] = messages_json(request, takes);
  if (request.may_hand_over) add_tool(body, takes);
  if (takes.temperature) body["temperature"] = kTemperature;
  if (takes.logprobs) body["logprobs"] = true;
  if (takes.max_tokens) body["max_tokens"] = request.max_tokens;
  if (takes.max_completion_tokens) body["max_completion_tokens"] = request.max_tokens;
  if (takes.stream) body["stream"] = true;
  if (takes.stream && takes.stream_options) body["stream_options"] = {{"include_usage", true}};
  return dump_json(body);
}

}  // namespace handoff
