#include "service/effects.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "service/turns.h"

namespace handoff {
namespace {

constexpr std::size_t kRecentTurns = 12;

/// Set while no message of the AI stands after the last return: its first words know that a human
/// was here.
std::optional<AfterHuman> after_human(const std::vector<Event>& events) {
  std::optional<AfterHuman> out;
  for (const auto& event : events) {
    if (const auto* returned = std::get_if<ReturnedToAi>(&event.payload)) {
      out = AfterHuman{returned->agent ? returned->agent->name : "", returned->note};
    }
    if (event.author == Author::kAi) out.reset();
  }
  return out;
}

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

}  // namespace

Question question_of(const Conversation& conversation, const std::vector<Event>& events,
                     std::int64_t message_seq) {
  std::vector<Event> before;
  Question question{.locale = conversation.locale};
  for (const auto& event : events) {
    if (event.seq < message_seq) before.push_back(event);
    const auto* message = std::get_if<Message>(&event.payload);
    if (message && event.seq == message_seq) question.text = message->text;
  }
  // The question is the newest visitor message; when it came together with other events the seq
  // points behind it.
  for (auto event = events.rbegin(); question.text.empty() && event != events.rend(); ++event) {
    const auto* message = std::get_if<Message>(&event->payload);
    if (message && event->author == Author::kVisitor && event->seq <= message_seq)
      question.text = message->text;
  }
  question.recent = turns_of(before, true);
  if (question.recent.size() > kRecentTurns) {
    question.recent.erase(question.recent.begin(),
                          question.recent.end() - static_cast<std::ptrdiff_t>(kRecentTurns));
  }
  question.only_simple = !std::holds_alternative<AiAnswers>(conversation.state);
  question.after_human = after_human(before);
  return question;
}

namespace {

/// Nobody listens, nobody stops it.
class Unwatched : public AnswerProgress {
 public:
  void grows(const std::string&) override {}
  Cancellation& cancellation() override { return cancellation_; }

 private:
  Cancellation cancellation_;
};

}  // namespace

OutboxWorker::Outcome Effects::perform(const store::OutboxRow& row) {
  if (const auto* ask = std::get_if<AskAi>(&row.effect)) return ask_ai(row, *ask);
  const auto& timer = std::get<StartTimer>(row.effect);
  if (timer.kind == TimerKind::kWaitRunsOut) return finish(row, WaitRunsOut{timer.handoff_id});
  return finish(row, PromiseFallsDue{timer.handoff_id});
}

OutboxWorker::Outcome Effects::finish(const store::OutboxRow& row, const Command& command) {
  const auto applied = conversations_.apply(row.conversation_id, command, row.id);
  if (applied || applied.error().code == ErrorCode::kConflict ||
      applied.error().code == ErrorCode::kNotFound) {
    return OutboxWorker::Outcome::kDone;
  }
  spdlog::warn("an effect is tried again later: {}", applied.error().message);
  return OutboxWorker::Outcome::kTryLater;
}

OutboxWorker::Outcome Effects::ask_ai(const store::OutboxRow& row, const AskAi& ask) {
  const auto conversation = conversations_.find(row.conversation_id);
  if (!conversation || conversation->epoch != ask.epoch) return finish(row, AiFails{ask.epoch});
  const auto events = conversations_.events(row.conversation_id, 0);
  if (!responder_)
    return finish(row,
                  answered(events, ask.message_seq) ? Command(PlaceChanges{}) : AiFails{ask.epoch});
  const Question question = question_of(*conversation, events, ask.message_seq);
  if (!question.only_simple) announcer_.typing(*conversation, Author::kAi, "", true);
  Unwatched progress;
  const auto answer = responder_->respond(question, progress);
  if (!question.only_simple) announcer_.typing(*conversation, Author::kAi, "", false);
  if (!answer) {
    spdlog::warn("the AI gave no answer: {}", answer.error().message);
    return finish(row, AiFails{ask.epoch});
  }
  // While somebody is on the way silence is an answer, and AiFails changes nothing there.
  if (answer->text.empty()) return finish(row, AiFails{ask.epoch});
  // Named by the question, the same on every try: the ids of outbox rows are used again.
  const AiPosts posts{
      .client_id = "answer-" + std::to_string(ask.epoch) + "-" + std::to_string(ask.message_seq),
      .text = answer->text,
      .epoch = ask.epoch,
      .message_seq = ask.message_seq,
      .confidence = answer->confidence,
      .sources = citations(*answer)};
  const auto applied = conversations_.post_ai_message(row.conversation_id, posts, row.id);
  const bool settled = applied || applied.error().code == ErrorCode::kConflict ||
                       applied.error().code == ErrorCode::kNotFound;
  return settled ? OutboxWorker::Outcome::kDone : OutboxWorker::Outcome::kTryLater;
}

}  // namespace handoff
