#include "service/effects.h"

#include <spdlog/spdlog.h>

namespace handoff {

OutboxWorker::Outcome Effects::perform(const store::OutboxRow& row) {
  if (const auto* ask = std::get_if<AskAi>(&row.task)) return ai_.take(row, *ask);
  if (const auto* tell = std::get_if<store::TellBot>(&row.task)) return bot_.tell(row, *tell);
  if (const auto* write = std::get_if<store::WriteSummary>(&row.task))
    return summaries_.perform(row, *write);
  return ring(row, std::get<StartTimer>(row.task));
}

OutboxWorker::Outcome Effects::ring(const store::OutboxRow& row, const StartTimer& timer) {
  const Command command = timer.kind == TimerKind::kWaitRunsOut
                              ? Command(WaitRunsOut{timer.handoff_id})
                              : Command(PromiseFallsDue{timer.handoff_id});
  const auto applied = conversations_.apply(row.conversation_id, command, row.id);
  if (is_settled(applied)) return OutboxWorker::Outcome::kDone;
  spdlog::warn("a timer is tried again later: {}", applied.error().message);
  return OutboxWorker::Outcome::kTryLater;
}

}  // namespace handoff
