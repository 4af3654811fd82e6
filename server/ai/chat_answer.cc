#include "ai/chat_answer.h"

#include <algorithm>

#include "ai/provider_json.h"

namespace handoff {
namespace {

using Finish = ChatAnswer::Finish;

constexpr std::string_view kThinking = "<think>";
constexpr std::string_view kThought = "</think>";

Finish finish_from(const std::string& reason) {
  if (reason == "length" || reason == "max_tokens") return Finish::kLength;
  if (reason == "tool_calls" || reason == "function_call") return Finish::kToolCalls;
  if (reason == "content_filter") return Finish::kContentFilter;
  return reason.empty() ? Finish::kNone : Finish::kStop;
}

/// A string, or the texts of the parts `[{"type": "text", "text": "..."}]`.
std::string content_of(const Json& content) {
  if (!content.is_array()) return content.is_string() ? text_of(content) : std::string();
  std::string text;
  for (const Json& part : content) text += text_of(member(part, "text"));
  return text;
}

std::int64_t count_of(const Json& value) {
  const double count = number_of(value).value_or(0);
  return count > 0 && count < 1e9 ? static_cast<std::int64_t>(count) : 0;
}

}  // namespace

bool operator==(const ChatAnswer& a, const ChatAnswer& b) {
  return a.text == b.text && a.refusal == b.refusal && a.tool == b.tool && a.finish == b.finish &&
         a.model == b.model && a.logprob_sum == b.logprob_sum &&
         a.logprob_count == b.logprob_count && a.prompt_tokens == b.prompt_tokens &&
         a.completion_tokens == b.completion_tokens && a.error.has_value() == b.error.has_value();
}

std::string spoken_part(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  // What may still become the mark of a thought is not spoken yet.
  const std::string_view rest = text.substr(first);
  if (kThinking.starts_with(rest)) return {};
  if (!rest.starts_with(kThinking)) return std::string(text);
  const auto end = rest.find(kThought);
  if (end == std::string_view::npos) return {};
  const std::string_view spoken = rest.substr(end + kThought.size());
  return std::string(spoken.substr(std::min(spoken.find_first_not_of(" \t\r\n"), spoken.size())));
}

void ChatFold::add(const Json& chunk) {
  if (auto error = provider_error(chunk)) answer_.error = std::move(error);
  if (auto model = text_of(member(chunk, "model")); !model.empty())
    answer_.model = std::move(model);
  if (const Json& usage = member(chunk, "usage"); usage.is_object()) {
    answer_.prompt_tokens = count_of(member(usage, "prompt_tokens"));
    answer_.completion_tokens = count_of(member(usage, "completion_tokens"));
  }
  const Json& choices = member(chunk, "choices");
  if (!choices.is_array()) return;
  for (const Json& choice : choices) {
    if (number_of(member(choice, "index")).value_or(0) == 0) return add_choice(choice);
  }
}

void ChatFold::end() {
  if (answer_.finish == Finish::kNone)
    answer_.finish = answer_.tool ? Finish::kToolCalls : Finish::kStop;
}

void ChatFold::add_choice(const Json& choice) {
  add_message(member(choice, "delta"));
  add_message(member(choice, "message"));
  add_logprobs(member(member(choice, "logprobs"), "content"));
  const Finish finish = finish_from(text_of(member(choice, "finish_reason")));
  if (finish != Finish::kNone) answer_.finish = finish;
}

void ChatFold::add_message(const Json& message) {
  const std::string text = content_of(member(message, "content"));
  const std::string refusal = text_of(member(message, "refusal"));
  const std::string thought =
      text_of(member(message, "reasoning_content")) + text_of(member(message, "reasoning"));
  begun_ = begun_ || !text.empty() || !refusal.empty() || !thought.empty();
  answer_.text += text;
  answer_.refusal += refusal;
  if (const Json& calls = member(message, "tool_calls"); calls.is_array()) {
    for (const Json& call : calls) add_tool_call(call);
  }
}

/// Fragments carry the index of their call, a few servers only its id, and some neither: then they
/// belong to the one call there is.
void ChatFold::add_tool_call(const Json& call) {
  const Json& function = member(call, "function");
  std::string key = text_of(member(call, "index"));
  if (key.empty()) key = text_of(member(call, "id"));
  if (!answer_.tool) {
    answer_.tool.emplace();
    tool_key_ = key;
  }
  begun_ = true;
  if (!key.empty() && key != tool_key_) return;
  if (answer_.tool->name.empty()) answer_.tool->name = text_of(member(function, "name"));
  const Json& arguments = member(function, "arguments");
  answer_.tool->arguments += arguments.is_object() ? dump_json(arguments) : text_of(arguments);
}

void ChatFold::add_logprobs(const Json& tokens) {
  if (!tokens.is_array()) return;
  for (const Json& token : tokens) {
    const auto logprob = number_of(member(token, "logprob"));
    if (!logprob) continue;
    answer_.logprob_sum += std::min(0.0, *logprob);
    ++answer_.logprob_count;
  }
}

}  // namespace handoff
