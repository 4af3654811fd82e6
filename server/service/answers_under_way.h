#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "ai/responder.h"
#include "service/announcer.h"

namespace handoff {

/// The answers that are being made right now. A change of the epoch ends them at once: what was
/// shown of an answer is withdrawn before anybody hears of the change, and nothing more of it is
/// shown after. Thread-safe.
class AnswersUnderWay {
 public:
  explicit AnswersUnderWay(Announcer& announcer) : announcer_(announcer) {}

  /// One answer on its way from the first word to its commit.
  class Answer : public AnswerProgress {
   public:
    Answer(AnswersUnderWay& all, std::string conversation_id, std::int64_t epoch);
    /// What was shown of an answer that was never complete is withdrawn.
    ~Answer() override;
    Answer(const Answer&) = delete;
    Answer& operator=(const Answer&) = delete;

    void grows(const std::string& text) override;
    Cancellation& cancellation() override { return cancellation_; }

    /// Nobody sees it grow: while a human is on the way it may end in silence.
    void keep_quiet();
    /// All of it is there; the commit alone decides now what becomes of it.
    void complete();
    /// It does not come to be: what was shown is taken back. Once.
    void withdraw();
    /// What could be seen of it.
    std::string shown() const;

   private:
    friend class AnswersUnderWay;
    enum class State { kGrowing, kQuiet, kComplete, kWithdrawn };

    AnswersUnderWay& all_;
    const std::string conversation_id_;
    const std::int64_t epoch_;
    Cancellation cancellation_;
    mutable std::mutex mutex_;
    State state_ = State::kGrowing;
    std::string shown_ = {};
  };

  /// REQUIRES: one at a time for a conversation; the conversation is read after this, so that no
  /// change of its epoch is missed.
  std::unique_ptr<Answer> begin(const std::string& conversation_id, std::int64_t epoch) {
    return std::make_unique<Answer>(*this, conversation_id, epoch);
  }

  /// How many answers were whole, since the start.
  std::int64_t completed() const { return completed_; }
  /// How many answers were taken back after something of them had been seen; since the start.
  std::int64_t withdrawn() const { return withdrawn_; }

  /// After the commit, before it is announced.
  void epoch_is(const std::string& conversation_id, std::int64_t epoch);

 private:
  Announcer& announcer_;
  std::mutex mutex_;
  std::map<std::string, Answer*> by_conversation_ = {};
  std::atomic<std::int64_t> completed_{0};
  std::atomic<std::int64_t> withdrawn_{0};
};

}  // namespace handoff
