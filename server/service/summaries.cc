#include "service/summaries.h"

#include <spdlog/spdlog.h>

#include "handoff/conversation_json.h"
#include "service/question.h"
#include "store/summaries.h"

namespace handoff {
namespace {

std::string episode_of(const Conversation& conversation) {
  return conversation.handoff() ? conversation.handoff()->id : "";
}

/// The note of an AI that asked for a person itself is its summary.
bool is_note_of_ai(const Handoff* handoff) {
  return handoff && !handoff->note.empty() && handoff->rule.rfind("ai.", 0) == 0;
}

void put_written(Json& out, const std::string& text, const std::string& by, Instant at) {
  out["text"] = text;
  out["by"] = by;
  out["made_at"] = format_utc(at);
}

}  // namespace

Json Summaries::of(const Conversation& conversation) const {
  Json out = summary_json(conversations_.summary(conversation));
  out["text"] = nullptr;
  out["by"] = "core";
  out["made_at"] = nullptr;
  const auto row = database_.read(
      [&](Connection& connection) { return store::find_summary(connection, conversation.id); });
  const Handoff* handoff = conversation.handoff();
  if (row && row->handoff_id == episode_of(conversation)) {
    put_written(out, row->text, row->made_by, row->made_at);
  } else if (is_note_of_ai(handoff)) {
    put_written(out, handoff->note, summarizer_ ? summarizer_->name() : "ai",
                handoff->requested_at);
  }
  return out;
}

Result<Done> Summaries::write(const std::string& conversation_id) {
  const auto conversation = conversations_.find(conversation_id);
  if (!conversation) return conversation.error();
  if (!summarizer_) return Done{};
  Cancellation never;
  const auto said = said_in(conversations_.events(conversation_id, 0));
  auto text = summarizer_->summarize(said, conversation->locale, never);
  if (!text) return text.error();
  const store::SummaryRow row{episode_of(*conversation), std::move(*text), summarizer_->name(),
                              clock_.now()};
  const auto saved = database_.write([&](Connection& tx) -> Result<Done> {
    store::save_summary(tx, conversation_id, row);
    return Done{};
  });
  if (!saved) return saved.error();
  announcer_.summary(conversation_id, of(*conversation));
  return Done{};
}

/// A convenience for the agent: tried once, and never in the way of anything.
OutboxWorker::Outcome Summaries::perform(const store::OutboxRow& row, const store::WriteSummary&) {
  const auto written = write(row.conversation_id);
  if (!written) spdlog::warn("no summary was written: {}", written.error().message);
  const auto finished = database_.write([&](Connection& tx) -> Result<Done> {
    store::finish_row(tx, row.id);
    return Done{};
  });
  return finished ? OutboxWorker::Outcome::kDone : OutboxWorker::Outcome::kTryLater;
}

}  // namespace handoff
