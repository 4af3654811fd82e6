#pragma once

#include <string>
#include <vector>

#include "net/http_client.h"
#include "outbox/worker.h"
#include "service/conversations.h"

namespace handoff {

/// The site's own bot (`ai.provider: external`): it is told of each visitor message by a signed
/// webhook, and answers by itself through the API. Thread-safe.
class OwnBot {
 public:
  /// `link_hosts`: where links in its answers may lead.
  OwnBot(Conversations& conversations, Database& database, const Sites& sites, const Clock& clock,
         const HttpClient& http, std::vector<std::string> link_hosts)
      : conversations_(conversations),
        database_(database),
        sites_(sites),
        clock_(clock),
        http_(http),
        link_hosts_(std::move(link_hosts)) {}

  /// Tried again until the bot has been told, the conversation has moved on, or its time is over.
  OutboxWorker::Outcome tell(const store::OutboxRow& row, const store::TellBot& task);

  /// Its answer: data from a stranger, as a model's own. A text that promises a person asks for
  /// one. kConflict: started in an earlier epoch (with the owner, when a person holds the
  /// conversation), or nothing is left of it to say.
  Result<Applied> answer(const std::string& conversation_id, AiPosts answer);

 private:
  bool is_wanted(const store::OutboxRow& row, const store::TellBot& task) const;
  std::string body_of(const Conversation& conversation, const std::vector<Event>& events,
                      const store::OutboxRow& row, const store::TellBot& task) const;
  OutboxWorker::Outcome finish(const store::OutboxRow& row);

  Conversations& conversations_;
  Database& database_;
  const Sites& sites_;
  const Clock& clock_;
  const HttpClient& http_;
  const std::vector<std::string> link_hosts_;
};

}  // namespace handoff
