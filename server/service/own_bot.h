#pragma once

#include <string>
#include <vector>

#include "net/http_client.h"
#include "notify/webhook_secrets.h"
#include "outbox/worker.h"
#include "service/conversations.h"

namespace handoff {

/// The site's own bot (`ai.provider: external`): it is told of each visitor message by a signed
/// webhook, and answers by itself through the API. Thread-safe.
class OwnBot {
 public:
  struct Parts {
    Conversations& conversations;
    Database& database;
    const Clock& clock;
    const HttpClient& http;
  };

  /// `link_hosts`: where links in its answers may lead.
  OwnBot(Parts parts, const AiSettings& settings, std::vector<std::string> link_hosts);

  /// Tried again until the bot has been told, the conversation has moved on, or its time is over.
  OutboxWorker::Outcome tell(const store::OutboxRow& row, const store::TellBot& task);

  /// Its answer: data from a stranger, as a model's own. A text that promises a person asks for
  /// one. kConflict: started in an earlier epoch (with the owner, when a person holds the
  /// conversation); kInvalid: nothing of it may be shown.
  Result<Applied> answer(const std::string& conversation_id, AiPosts answer);

 private:
  OutboxWorker::Outcome finish(const store::OutboxRow& row);

  Parts parts_;
  const std::string url_;
  const Seconds time_;
  WebhookSecrets secrets_ = {};
  const std::vector<std::string> link_hosts_;
};

}  // namespace handoff
