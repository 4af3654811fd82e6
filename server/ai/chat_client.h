#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "ai/chat_answer.h"
#include "ai/chat_dialect.h"
#include "ai/chat_request.h"
#include "handoff/time.h"
#include "net/cancellation.h"
#include "net/http_client.h"

namespace handoff {

struct ChatEndpoint {
  std::string base_url;                     ///< `https://api.example/v1`; a query stays behind it
  std::string api_key = {};                 ///< empty: none is sent
  Milliseconds connect_within{5'000};       ///< name, connection and TLS
  Milliseconds first_token_within{15'000};  ///< from the start until the model begins
  Milliseconds total_within{20'000};        ///< for everything, the second try included
  Milliseconds pause{500};                  ///< before the second try, about
};

struct ChatFailure {
  enum class Kind {
    kAuth,         ///< the key is refused: somebody must look at the settings
    kModel,        ///< no such model or address: the same
    kRate,         ///< too many requests, or no credit
    kServer,       ///< the server says that it failed
    kTimeout,      ///< one of the three deadlines
    kUnreachable,  ///< no connection, or cut off
    kMalformed,    ///< not the answer of a chat model
    kRefused,      ///< this request is not taken, others may be
    kEmpty,        ///< the model said nothing
    kAddress,      ///< an address that may not be called
    kPaused,       ///< not asked, after too many failures
    kCancelled,
  };
  Kind kind = Kind::kServer;
  std::string what = {};  ///< for people; without the key, and nothing a visitor wrote
};

/// `auth`, `model`, `rate`, …
std::string_view to_string(ChatFailure::Kind kind);

/// An answer, or why there is none.
struct ChatOutcome {
  ChatAnswer answer = {};
  std::optional<ChatFailure> failure = std::nullopt;

  bool ok() const { return !failure; }
};

/// Asks an OpenAI-compatible server. Thread-safe.
class ChatClient {
 public:
  ChatClient(std::shared_ptr<const HttpClient> http, ChatEndpoint endpoint)
      : http_(std::move(http)), endpoint_(std::move(endpoint)) {}

  /// Hears all that the model has said so far, whenever it has said more.
  using OnText = std::function<void(const std::string&)>;

  /// Blocks until the end. What the server does not take is left out and asked again at once. One
  /// more try after 429, 5xx and a broken connection, with some jitter, or after `Retry-After`
  /// where the time allows; none once text was heard.
  ChatOutcome ask(const ChatRequest& request, const OnText& on_text, Cancellation& cancellation);

  const ChatDialect& dialect() const { return dialect_; }

 private:
  std::shared_ptr<const HttpClient> http_;
  ChatEndpoint endpoint_;
  ChatDialect dialect_ = {};
};

}  // namespace handoff
