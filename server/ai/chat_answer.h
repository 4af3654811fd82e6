#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ai/provider_error.h"

/// One answer of a chat model, folded from the chunks it came in, or from one whole body.
namespace handoff {

struct ToolCall {
  std::string name;
  std::string arguments;  ///< JSON text, as the model wrote it: perhaps none at all

  friend bool operator==(const ToolCall&, const ToolCall&) = default;
};

struct ChatAnswer {
  enum class Finish { kNone, kStop, kLength, kToolCalls, kContentFilter };

  std::string text = {};
  std::string refusal = {};
  std::optional<ToolCall> tool = std::nullopt;  ///< the first one; there is only one tool
  Finish finish = Finish::kNone;                ///< kNone: the end has not come
  std::string model = {};                       ///< as the server calls it
  double logprob_sum = 0;                       ///< natural logarithm, over `logprob_count` tokens
  std::int64_t logprob_count = 0;               ///< 0: the server gave none
  std::int64_t prompt_tokens = 0;
  std::int64_t completion_tokens = 0;
  std::optional<ProviderError> error = std::nullopt;

  friend bool operator==(const ChatAnswer& a, const ChatAnswer& b);
};

/// The text without what a reasoning model thought aloud before it (`<think>…</think>`); empty
/// while it is still thinking.
std::string spoken_part(std::string_view text);

/// Folds chunks into an answer. Takes what servers really send: `choices` that are empty, null or
/// absent, `delta` or `message`, content as a string or as parts, tool arguments as a string in
/// fragments or as a mapping, an index or none, numbers as strings, fields it does not know. Not
/// thread-safe.
class ChatFold {
 public:
  /// `chunk`: a `chat.completion.chunk`, a `chat.completion`, or an error.
  void add(const Json& chunk);
  /// The stream says that it is over (`[DONE]`).
  void end();

  const ChatAnswer& answer() const { return answer_; }
  /// True once the model has begun: text, thoughts, a tool call or a refusal.
  bool begun() const { return begun_; }

 private:
  void add_choice(const Json& choice);
  void add_message(const Json& message);
  void add_tool_call(const Json& call);
  void add_logprobs(const Json& logprobs);

  ChatAnswer answer_ = {};
  bool begun_ = false;
  std::string tool_key_ = {};  ///< which call `answer_.tool` is: its index, or its id
};

}  // namespace handoff
