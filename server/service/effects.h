#pragma once

#include <map>
#include <string>

#include "ai/responder.h"
#include "outbox/worker.h"
#include "service/announcer.h"
#include "service/conversations.h"

namespace handoff {

/// Performs what the core has decided: asks the AI, and lets timers speak. Thread-safe.
class Effects {
 public:
  /// `responder`: null when the site's own bot answers by itself, or nothing does.
  Effects(Conversations& conversations, Announcer& announcer, Responder* responder)
      : conversations_(conversations), announcer_(announcer), responder_(responder) {}

  OutboxWorker::Outcome perform(const store::OutboxRow& row);

 private:
  OutboxWorker::Outcome ask_ai(const store::OutboxRow& row, const AskAi& ask);
  OutboxWorker::Outcome finish(const store::OutboxRow& row, const Command& command);

  Conversations& conversations_;
  Announcer& announcer_;
  Responder* responder_;
};

/// What the AI is asked, read from the log up to and including the message it is to answer.
Question question_of(const Conversation& conversation, const std::vector<Event>& events,
                     std::int64_t message_seq);

}  // namespace handoff
