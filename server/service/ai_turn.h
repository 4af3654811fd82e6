#pragma once

#include "ai/responder.h"
#include "outbox/worker.h"
#include "service/announcer.h"
#include "service/answers_under_way.h"
#include "service/conversations.h"

namespace handoff {

/// The AI's turn: it is asked, heard while it answers, and its answer committed, kept as a draft,
/// or turned into a handoff. Never silence: a visitor who is alone with the AI gets an answer or a
/// person. Thread-safe.
class AiTurn {
 public:
  /// `responder`: null when the site's own bot answers by itself, or nothing does.
  AiTurn(Conversations& conversations, Announcer& announcer, AnswersUnderWay& answers,
         Responder* responder)
      : conversations_(conversations),
        announcer_(announcer),
        answers_(answers),
        responder_(responder) {}

  OutboxWorker::Outcome take(const store::OutboxRow& row, const AskAi& ask);

 private:
  using Outcome = OutboxWorker::Outcome;

  Outcome answer(const store::OutboxRow& row, const AskAi& ask, const Question& question,
                 AnswersUnderWay::Answer& growing);
  Outcome commit(const store::OutboxRow& row, const AskAi& ask, const Answer& answer,
                 AnswersUnderWay::Answer& growing);
  /// It was cancelled in the middle: what was seen of it goes to the agent.
  Outcome keep(const store::OutboxRow& row, const AskAi& ask, const std::string& text);
  Outcome fail(const store::OutboxRow& row, const AskAi& ask);

  Conversations& conversations_;
  Announcer& announcer_;
  AnswersUnderWay& answers_;
  Responder* responder_;
};

}  // namespace handoff
