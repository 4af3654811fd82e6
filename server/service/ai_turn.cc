#include "service/ai_turn.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "ai/same_topic.h"
#include "service/question.h"

namespace handoff {
namespace {

bool answered(const std::vector<Event>& events, std::int64_t message_seq) {
  return std::any_of(events.begin(), events.end(), [&](const Event& event) {
    return event.author == Author::kAi && event.seq > message_seq;
  });
}

std::vector<Citation> citations(const Answer& answer) {
  std::vector<Citation> out;
  for (const auto& source : answer.sources) out.push_back({source.title, source.url});
  return out;
}

/// Named by the question, the same on every try.
AiPosts post_of(const AskAi& ask, const Answer& answer) {
  return {
      .client_id = "answer-" + std::to_string(ask.epoch) + "-" + std::to_string(ask.message_seq),
      .text = answer.text,
      .epoch = ask.epoch,
      .message_seq = ask.message_seq,
      .confidence = answer.confidence,
      .sources = citations(answer),
      .confidence_parts = answer.parts,
      .person = answer.person};
}

}  // namespace

OutboxWorker::Outcome AiTurn::take(const store::OutboxRow& row, const AskAi& ask) {
  const auto growing = answers_.begin(row.conversation_id, ask.epoch);
  const auto conversation = conversations_.find(row.conversation_id);
  if (!conversation || conversation->epoch != ask.epoch) return fail(row, ask);
  const auto events = conversations_.events(row.conversation_id, 0);
  if (!responder_) {
    if (!answered(events, ask.message_seq)) return fail(row, ask);
    (void)conversations_.drop_answer(row.conversation_id, row.id, ask.epoch, "", std::nullopt);
    return Outcome::kDone;
  }
  const Question question = question_of(*conversation, events, ask.message_seq);
  if (question.only_simple) {
    growing->keep_quiet();
    if (same_topic(question.text, question.escalated, question.locale)) return fail(row, ask);
    return answer(row, ask, question, *growing);
  }
  announcer_.typing(*conversation, Author::kAi, "", true);
  const Outcome outcome = answer(row, ask, question, *growing);
  announcer_.typing(*conversation, Author::kAi, "", false);
  return outcome;
}

OutboxWorker::Outcome AiTurn::answer(const store::OutboxRow& row, const AskAi& ask,
                                     const Question& question, AnswersUnderWay::Answer& growing) {
  const auto answer = responder_->respond(question, growing);
  if (answer && (!answer->text.empty() || answer->person)) {
    return commit(row, ask, *answer, growing);
  }
  if (growing.cancellation().cancelled()) return keep(row, ask, growing.shown());
  growing.withdraw();
  if (!answer) spdlog::warn("the AI gave no answer: {}", answer.error().message);
  return fail(row, ask);
}

OutboxWorker::Outcome AiTurn::commit(const store::OutboxRow& row, const AskAi& ask,
                                     const Answer& answer, AnswersUnderWay::Answer& growing) {
  growing.complete();
  const auto applied =
      conversations_.post_ai_message(row.conversation_id, post_of(ask, answer), row.id);
  // An answer without words leaves nothing in the place of what was seen.
  if (!applied || answer.text.empty()) growing.withdraw();
  return is_settled(applied) ? Outcome::kDone : Outcome::kTryLater;
}

OutboxWorker::Outcome AiTurn::keep(const store::OutboxRow& row, const AskAi& ask,
                                   const std::string& text) {
  const auto kept =
      conversations_.drop_answer(row.conversation_id, row.id, ask.epoch, text, std::nullopt);
  return kept ? Outcome::kDone : Outcome::kTryLater;
}

/// While somebody is on the way silence is an answer, and `AiFails` changes nothing there.
OutboxWorker::Outcome AiTurn::fail(const store::OutboxRow& row, const AskAi& ask) {
  const auto applied = conversations_.apply(row.conversation_id, AiFails{ask.epoch}, row.id);
  if (is_settled(applied)) return Outcome::kDone;
  spdlog::warn("an AI's turn is tried again later: {}", applied.error().message);
  return Outcome::kTryLater;
}

}  // namespace handoff
