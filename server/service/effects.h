#pragma once

#include "outbox/worker.h"
#include "service/ai_turn.h"
#include "service/own_bot.h"
#include "service/summaries.h"

namespace handoff {

/// Performs the rows of the outbox: one way for each kind of task. Thread-safe.
class Effects {
 public:
  Effects(Conversations& conversations, AiTurn& ai, OwnBot& bot, Summaries& summaries)
      : conversations_(conversations), ai_(ai), bot_(bot), summaries_(summaries) {}

  OutboxWorker::Outcome perform(const store::OutboxRow& row);

 private:
  OutboxWorker::Outcome ring(const store::OutboxRow& row, const StartTimer& timer);

  Conversations& conversations_;
  AiTurn& ai_;
  OwnBot& bot_;
  Summaries& summaries_;
};

}  // namespace handoff
