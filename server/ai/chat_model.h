#pragma once

#include <functional>
#include <memory>
#include <string>

#include "ai/ai_health.h"
#include "ai/chat_client.h"
#include "ai/circuit_breaker.h"

namespace handoff {

/// One model on one server, behind a breaker, with a record of how it does. Thread-safe; shared by
/// whoever asks it.
class ChatModel {
 public:
  /// `now`: for the times of failures; called from any thread.
  ChatModel(std::shared_ptr<const HttpClient> http, ChatEndpoint endpoint, std::string name,
            std::function<Instant()> now)
      : client_(std::move(http), std::move(endpoint)),
        name_(std::move(name)),
        now_(std::move(now)) {}

  /// As `ChatClient::ask`, with the model's name put into `request`. After five failures in a row
  /// it fails at once for a minute (`kPaused`). What a visitor alone can bring about, a request
  /// that is refused and a model that says nothing, does not count there: nobody may switch the AI
  /// off for everybody.
  ChatOutcome ask(ChatRequest request, const ChatClient::OnText& on_text,
                  Cancellation& cancellation);

  /// An answer, of which nothing could be shown, or something was taken out.
  void was_withdrawn() { record_.withdrawn(); }
  void was_guarded() { record_.guarded(); }

  const std::string& name() const { return name_; }
  AiHealth health() const;

 private:
  void note(const ChatOutcome& outcome, Milliseconds took, CircuitBreaker::Time ended);

  ChatClient client_;
  std::string name_;
  std::function<Instant()> now_;
  CircuitBreaker breaker_ = {};
  AiRecord record_ = {};
};

}  // namespace handoff
