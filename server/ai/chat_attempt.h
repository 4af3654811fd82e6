#pragma once

#include <chrono>
#include <optional>

#include "ai/chat_client.h"
#include "ai/chat_stream.h"

namespace handoff {

/// One request to the server and what came of it. For one thread; what it is given outlives it.
class ChatAttempt {
 public:
  using Clock = std::chrono::steady_clock;

  ChatAttempt(const ChatEndpoint& endpoint, const ChatClient::OnText& on_text)
      : endpoint_(endpoint), on_text_(on_text) {}

  /// `until`: when everything must be over.
  ChatOutcome run(const HttpClient& http, const ChatRequest& request, const Takes& takes,
                  Clock::time_point until, Cancellation& cancellation);

  /// What the server does not take, when that is why it refused.
  const std::optional<ProviderError>& refusal() const { return refusal_; }
  /// How long to wait before another try; nullopt: another one is useless, or forbidden.
  std::optional<Milliseconds> next_try_after() const { return next_try_after_; }

 private:
  bool take(std::string_view bytes, Clock::time_point first_token_until);
  ChatOutcome judge(const HttpOutcome& outcome);
  ChatOutcome judge_stream(const HttpOutcome& outcome);
  ChatOutcome judge_refusal(const HttpAnswer& answer);
  ChatOutcome fail(ChatFailure::Kind kind, std::string what) const;
  void may_try_again(const HttpAnswer& answer);

  const ChatEndpoint& endpoint_;
  const ChatClient::OnText& on_text_;
  ChatStream stream_ = {};
  std::size_t heard_ = 0;  ///< bytes of the text that `on_text` knows
  bool late_ = false;
  std::optional<ProviderError> refusal_ = std::nullopt;
  std::optional<Milliseconds> next_try_after_ = std::nullopt;
};

}  // namespace handoff
