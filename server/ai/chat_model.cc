#include "ai/chat_model.h"

namespace handoff {
namespace {

using Kind = ChatFailure::Kind;

CircuitBreaker::Time steady_now() {
  return std::chrono::duration_cast<CircuitBreaker::Time>(
      std::chrono::steady_clock::now().time_since_epoch());
}

}  // namespace

ChatOutcome ChatModel::ask(ChatRequest request, const ChatClient::OnText& on_text,
                           Cancellation& cancellation) {
  const auto began = steady_now();
  if (!breaker_.may_ask(began)) {
    return {{}, ChatFailure{Kind::kPaused, "not asked for a minute, after five failures in a row"}};
  }
  request.model = name_;
  ChatOutcome outcome = client_.ask(request, on_text, cancellation);
  const auto ended = steady_now();
  note(outcome, ended - began, ended);
  return outcome;
}

void ChatModel::note(const ChatOutcome& outcome, Milliseconds took, CircuitBreaker::Time ended) {
  const Kind kind = outcome.ok() ? Kind::kCancelled : outcome.failure->kind;
  if (outcome.ok()) {
    record_.answered(now_(), took, outcome.answer.prompt_tokens, outcome.answer.completion_tokens);
  } else if (kind == Kind::kCancelled) {
    return breaker_.gave_up();
  } else {
    record_.failed({now_(), std::string(to_string(kind)), outcome.failure->what});
  }
  if (outcome.ok() || kind == Kind::kRefused || kind == Kind::kEmpty) return breaker_.succeeded();
  breaker_.failed(ended);
}

AiHealth ChatModel::health() const {
  AiHealth health = record_.health();
  health.model = name_.empty() ? "default" : name_;
  const auto now = steady_now();
  health.breaker = breaker_.state(now);
  if (health.breaker == CircuitBreaker::State::kOpen)
    health.retry_at = now_() + breaker_.asked_again_in(now);
  health.dropped = client_.dialect().dropped();
  return health;
}

}  // namespace handoff
