#include "service/answers_under_way.h"

#include <utility>

namespace handoff {

AnswersUnderWay::Answer::Answer(AnswersUnderWay& all, std::string conversation_id,
                                std::int64_t epoch)
    : all_(all), conversation_id_(std::move(conversation_id)), epoch_(epoch) {
  const std::lock_guard lock(all_.mutex_);
  all_.by_conversation_[conversation_id_] = this;
}

AnswersUnderWay::Answer::~Answer() {
  bool complete = false;
  {
    const std::lock_guard lock(mutex_);
    complete = state_ == State::kComplete;
  }
  if (!complete) withdraw();
  const std::lock_guard lock(all_.mutex_);
  all_.by_conversation_.erase(conversation_id_);
}

void AnswersUnderWay::Answer::grows(const std::string& text) {
  // Announced under the lock: what is withdrawn cannot be followed by more of it.
  const std::lock_guard lock(mutex_);
  if (state_ != State::kGrowing || text == shown_) return;
  shown_ = text;
  all_.announcer_.partial(conversation_id_, epoch_, text);
}

void AnswersUnderWay::Answer::keep_quiet() {
  const std::lock_guard lock(mutex_);
  if (state_ == State::kGrowing) state_ = State::kQuiet;
}

void AnswersUnderWay::Answer::complete() {
  const std::lock_guard lock(mutex_);
  if (state_ == State::kWithdrawn) return;
  state_ = State::kComplete;
  ++all_.completed_;
}

void AnswersUnderWay::Answer::withdraw() {
  const std::lock_guard lock(mutex_);
  if (state_ == State::kWithdrawn) return;
  state_ = State::kWithdrawn;
  if (shown_.empty()) return;
  ++all_.withdrawn_;
  all_.announcer_.withdrawn(conversation_id_);
}

std::string AnswersUnderWay::Answer::shown() const {
  const std::lock_guard lock(mutex_);
  return shown_;
}

void AnswersUnderWay::epoch_is(const std::string& conversation_id, std::int64_t epoch) {
  const std::lock_guard lock(mutex_);
  const auto found = by_conversation_.find(conversation_id);
  if (found == by_conversation_.end()) return;
  Answer& answer = *found->second;
  if (answer.epoch_ >= epoch) return;
  {
    const std::lock_guard state_lock(answer.mutex_);
    if (answer.state_ == Answer::State::kComplete) return;
  }
  answer.withdraw();
  answer.cancellation_.cancel();
}

}  // namespace handoff
