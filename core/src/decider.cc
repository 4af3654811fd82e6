#include "decider.h"

#include <algorithm>

#include "handoff/reduce.h"

namespace handoff {

bool asks_for_a_person(const Verdict& verdict) {
  return verdict.decision == Decision::kHandoff && verdict.reason == Reason::kUserRequest;
}

Decider::Decider(const Conversation& conversation, const Context& context)
    : context_(context), out_{.next = conversation} {}

Decider& Decider::add(Author author, Payload payload) {
  Event event{out_.next.as_of_seq + 1, context_.now, author, std::move(payload)};
  out_.next = reduce(std::move(out_.next), event);
  out_.events.push_back(std::move(event));
  return *this;
}

Decider& Decider::post(const VisitorPosts& command) {
  return add(Author::kVisitor, Message{command.client_id, command.text});
}

Decider& Decider::post(const AgentPosts& command) {
  return add(Author::kAgent, Message{command.client_id, command.text, command.agent.person});
}

Decider& Decider::post(const AiPosts& command) {
  if (command.text.empty()) return *this;
  return add(Author::kAi, Message{.client_id = command.client_id,
                                  .text = command.text,
                                  .confidence = command.confidence,
                                  .epoch = command.epoch,
                                  .sources = command.sources,
                                  .confidence_parts = command.confidence_parts});
}

Decider& Decider::answer_or_hand_over(const Verdict& verdict) {
  const Signal* signal = verdict.deciding();
  if (signal && verdict.decision == Decision::kHandoff)
    return request(*signal, out_.next.as_of_seq);
  if (context_.settings.ai.provider == AiSettings::Provider::kNone)
    return request(Reason::kManual, "site.no_ai");
  if (signal && verdict.decision == Decision::kOffer) offer(*signal);
  return ask_ai();
}

Decider& Decider::hand_over_when_unsure(const AiPosts& command) {
  if (command.person) return request(*command.person, command.message_seq);
  const Signal* signal = command.verdict.deciding();
  if (!signal ||
      (signal->reason != Reason::kLowConfidence && signal->reason != Reason::kFailedAttempts))
    return *this;
  if (command.verdict.decision == Decision::kHandoff) return request(*signal, command.message_seq);
  offer(*signal);
  return *this;
}

void Decider::offer(const Signal& signal) {
  const auto& offered = out_.next.offered;
  if (std::find(offered.begin(), offered.end(), signal.reason) != offered.end()) return;
  add(Author::kSystem, HandoffOffered{signal.reason, signal.score, signal.rule, signal.evidence,
                                      words(Phrase::kOffer)});
}

Decider& Decider::offer_at_return() {
  // A reason of its own: an offer that was declined for another one does not stand against it.
  return add(Author::kSystem,
             HandoffOffered{
                 .reason = Reason::kManual, .rule = "team_back", .text = words(Phrase::kTeamBack)});
}

Decider& Decider::ask_ai() {
  out_.effects.push_back(AskAi{out_.next.epoch, out_.next.as_of_seq});
  return *this;
}

Decider& Decider::request(const Signal& signal, std::int64_t message_seq) {
  return request(HandoffRequested{.reason = signal.reason,
                                  .score = signal.score,
                                  .rule = signal.rule,
                                  .evidence = signal.evidence,
                                  .message_seq = message_seq},
                 false);
}

Decider& Decider::request_again(const Signal& signal) {
  return request(signal, out_.next.as_of_seq);
}

Decider& Decider::request(Reason reason, std::string rule) {
  return request(HandoffRequested{.reason = reason, .score = 100, .rule = std::move(rule)}, false);
}

Decider& Decider::request(const AsksForHandoff& command) {
  return request(
      HandoffRequested{
          .reason = command.reason, .score = 100, .rule = command.rule, .note = command.note},
      command.callback);
}

Decider& Decider::request(const PersonWanted& wanted, std::int64_t message_seq) {
  return request(HandoffRequested{.reason = wanted.reason,
                                  .score = 100,
                                  .rule = wanted.rule,
                                  .message_seq = message_seq,
                                  .note = wanted.note,
                                  .urgent = wanted.urgent},
                 false);
}

Decider& Decider::request(HandoffRequested event, bool callback) {
  const bool somebody = context_.availability.available && !callback;
  event.handoff_id = context_.new_id;
  if (somebody) {
    event.place = context_.place;
    event.text =
        words(context_.settings.messages.handoff, Phrase::kRequested) + place_words(event.place);
  }
  add(Author::kSystem, std::move(event));
  if (!somebody) return promise();
  const int minutes = context_.settings.waiting.timeout_minutes;
  if (minutes > 0) {
    out_.effects.push_back(
        StartTimer{TimerKind::kWaitRunsOut, context_.now + Minutes(minutes), context_.new_id});
  }
  return *this;
}

Decider& Decider::promise() {
  const auto& callback = context_.settings.callback;
  const Instant due = callback_deadline(context_.settings.availability, context_.zone, context_.now,
                                        callback.within, callback.count);
  const std::string handoff_id = out_.next.handoff() ? out_.next.handoff()->id : "";
  add(Author::kSystem, CallbackWasPromised{due, promise_words(due)});
  out_.effects.push_back(StartTimer{TimerKind::kPromiseDue, due, handoff_id});
  return *this;
}

Decider& Decider::remind_of_place() {
  const Place place = out_.next.handoff()->place;
  return add(Author::kSystem,
             WaitUpdated{place, words(context_.settings.messages.waiting, Phrase::kRequested) +
                                    place_words(place)});
}

Decider& Decider::remind_of_promise() {
  const Instant due = out_.next.promise()->due_at;
  return add(Author::kSystem, CallbackWasPromised{due, promise_words(due)});
}

Decider& Decider::admit_lateness() {
  const Instant due = callback_deadline(context_.settings.availability, context_.zone, context_.now,
                                        Minutes(60), context_.settings.callback.count);
  const std::string handoff_id = out_.next.handoff()->id;
  add(Author::kSystem, CallbackWasPromised{due, words(Phrase::kLate, times(due))});
  out_.effects.push_back(StartTimer{TimerKind::kPromiseDue, due, handoff_id});
  return *this;
}

Decider& Decider::give_up_waiting() {
  if (context_.settings.waiting.then == WaitingSettings::Then::kCallback) return promise();
  return cancel(Author::kSystem, Phrase::kWaitRanOutToAi);
}

Decider& Decider::cancel(Author by, Phrase which) {
  return add(by, HandoffCancelled{words(which)});
}

Decider& Decider::move_to(const Place& place) { return add(Author::kSystem, WaitUpdated{place}); }

Decider& Decider::give_contact(const GivesContact& command) {
  Conversation merged = reduce(out_.next, {out_.next.as_of_seq + 1, context_.now, command.by,
                                           ContactGiven{command.contact}});
  if (merged.contact == out_.next.contact) return *this;
  return add(command.by, ContactGiven{command.contact});
}

Decider& Decider::take_over(const Person& agent) {
  const bool open = std::holds_alternative<WaitingForAgent>(out_.next.state) ||
                    std::holds_alternative<CallbackPromised>(out_.next.state);
  const std::string id = open ? out_.next.handoff()->id : context_.new_id;
  return add(Author::kAgent, TakenOver{agent, id,
                                       words(context_.settings.messages.taken_over,
                                             Phrase::kTakenOver, {.agent = agent.name})});
}

Decider& Decider::transfer(const Person& to) {
  return add(Author::kAgent, Transferred{to, words(Phrase::kTransferred, {.agent = to.name})});
}

Decider& Decider::return_to_ai(const ReturnsToAi& command) {
  const Person owner = *out_.next.owner();
  if (!command.message.empty()) {
    add(Author::kAgent, Message{command.client_id, command.message, command.agent.person});
  }
  return add(Author::kAgent, ReturnedToAi{command.agent.person, command.note,
                                          words(context_.settings.messages.returned_to_ai,
                                                Phrase::kReturnedToAi, {.agent = owner.name})});
}

Decider& Decider::lose_agent(Phrase which) {
  const Person agent = *out_.next.owner();
  if (context_.settings.human.then == HumanSettings::Then::kAi) {
    return add(Author::kSystem,
               ReturnedToAi{.text = words(Phrase::kReturnedBySilence, {.agent = agent.name})});
  }
  add(Author::kSystem, AgentLost{agent, words(which, {.agent = agent.name})});
  if (!context_.availability.available) return promise();
  const int minutes = context_.settings.waiting.timeout_minutes;
  if (minutes > 0) {
    out_.effects.push_back(StartTimer{TimerKind::kWaitRunsOut, context_.now + Minutes(minutes),
                                      out_.next.handoff()->id});
  }
  return *this;
}

Decider& Decider::close(const Closes& command) {
  return add(Author::kAgent,
             ConversationClosed{command.agent.person, command.outcome, words(Phrase::kClosed)});
}

Decider& Decider::reopen() { return add(Author::kSystem, Reopened{words(Phrase::kReopened)}); }

std::string Decider::words(Phrase which, PhraseValues values) const {
  return words({}, which, std::move(values));
}

std::string Decider::words(const LocalizedText& own, Phrase which, PhraseValues values) const {
  values.site = context_.settings.site.name;
  return phrase(own, which, out_.next.locale, values);
}

std::string Decider::place_words(const Place& place) const {
  if (place.position <= 0) return "";
  return " " + words(Phrase::kPosition, {.position = std::to_string(place.position)});
}

PhraseValues Decider::times(Instant at) const {
  const std::string& locale = out_.next.locale;
  PhraseValues values{.time = day_and_time(context_.zone, at, locale)};
  if (context_.visitor_zone &&
      context_.visitor_zone->offset_at(at) != context_.zone.offset_at(at)) {
    values.time_there = values.time;
    values.time = day_and_time(*context_.visitor_zone, at, locale);
  }
  return values;
}

std::string Decider::promise_words(Instant due_at) const {
  const PhraseValues values = times(due_at);
  const Phrase promised =
      values.time_there.empty() ? Phrase::kPromised : Phrase::kPromisedBothZones;
  std::string text = words(context_.settings.messages.callback, promised, values);
  // "Our team is offline" is said only when it is so; a visitor may also choose a callback while
  // somebody is in.
  if (!context_.availability.available)
    text = words(context_.settings.offline_message, Phrase::kOffline) + " " + text;
  return text;
}

}  // namespace handoff
