#pragma once

#include <string>

#include "handoff/messages.h"
#include "handoff/transition.h"

namespace handoff {

/// True when the verdict hands over because the visitor asked for a person.
bool asks_for_a_person(const Verdict& verdict);

/// Writes the events of one decision. Each verb adds what it says and folds it at once, so that the
/// next verb sees the conversation as it is then. Used only by the table in transition.cc, which
/// knows what may be done when.
class Decider {
 public:
  Decider(const Conversation& conversation, const Context& context);

  Decider& add(Author author, Payload payload);
  Decider& post(const VisitorPosts& command);
  Decider& post(const AgentPosts& command);
  Decider& post(const AiPosts& command);

  /// After a visitor's message that the AI may answer.
  Decider& answer_or_hand_over(const Verdict& verdict);
  /// After an answer of the AI: low confidence and failed attempts only.
  Decider& hand_over_when_unsure(const AiPosts& command);
  Decider& ask_ai();

  /// Asks for a person: waiting when somebody is available, a promise when nobody is.
  Decider& request(const Signal& signal, std::int64_t message_seq);
  /// After a message that asks for a person although a promise is open, now that somebody is there.
  Decider& request_again(const Signal& signal);
  Decider& request(Reason reason, std::string rule);
  Decider& request(const AsksForHandoff& command);
  /// The AI asks for a person, in answer to `message_seq`.
  Decider& request(const PersonWanted& wanted, std::int64_t message_seq);
  Decider& promise();
  Decider& offer_at_return();
  Decider& remind_of_place();
  Decider& remind_of_promise();
  Decider& admit_lateness();
  Decider& give_up_waiting();
  Decider& cancel(Author by, Phrase words);
  Decider& move_to(const Place& place);
  Decider& give_contact(const GivesContact& command);

  Decider& take_over(const Person& agent);
  Decider& transfer(const Person& to);
  Decider& return_to_ai(const ReturnsToAi& command);
  Decider& lose_agent(Phrase words);
  Decider& close(const Closes& command);
  Decider& reopen();

  Transition done() { return std::move(out_); }

 private:
  Decider& request(HandoffRequested event, bool callback);
  void offer(const Signal& signal);
  std::string words(Phrase which, PhraseValues values = {}) const;
  std::string words(const LocalizedText& own, Phrase which, PhraseValues values = {}) const;
  std::string place_words(const Place& place) const;
  std::string promise_words(Instant due_at) const;
  PhraseValues times(Instant at) const;

  const Context& context_;
  Transition out_;
};

}  // namespace handoff
