#pragma once

#include <optional>
#include <string>

#include "ai/summarizer.h"
#include "handoff/json.h"
#include "outbox/worker.h"
#include "service/announcer.h"
#include "service/conversations.h"

namespace handoff {

/// What the agent reads before the first word: facts that are cut from the log, and, where there is
/// a model, a few sentences that it wrote. Thread-safe.
class Summaries {
 public:
  /// `summarizer`: null when no model is there to write.
  Summaries(Database& database, const Clock& clock, const Conversations& conversations,
            Announcer& announcer, Summarizer* summarizer)
      : database_(database),
        clock_(clock),
        conversations_(conversations),
        announcer_(announcer),
        summarizer_(summarizer) {}

  /// For agents: the facts, and `text`, `by` and `made_at` of what was written.
  Json of(const Conversation& conversation) const;

  /// Has it written anew. kNotFound; kUnavailable when the model gives nothing. Without a model the
  /// facts are all there is, and that succeeds.
  Result<Done> write(const std::string& conversation_id);

  OutboxWorker::Outcome perform(const store::OutboxRow& row, const store::WriteSummary& task);

 private:
  Database& database_;
  const Clock& clock_;
  const Conversations& conversations_;
  Announcer& announcer_;
  Summarizer* summarizer_;
};

}  // namespace handoff
