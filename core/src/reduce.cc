#include "handoff/reduce.h"

#include <algorithm>

#include "overloaded.h"

namespace handoff {
namespace {

std::optional<Handoff> episode_of(const Conversation& conversation) {
  const Handoff* handoff = conversation.handoff();
  if (!handoff) return std::nullopt;
  Handoff episode = *handoff;
  if (const auto* callback = std::get_if<CallbackPromised>(&conversation.state))
    episode.promise = callback->promise;
  return episode;
}

/// The episode that a person or the AI goes on with; the open one, or none when the last one is
/// over.
std::optional<Handoff> open_episode_of(const Conversation& conversation) {
  if (std::holds_alternative<AiAnswers>(conversation.state) ||
      std::holds_alternative<Closed>(conversation.state)) {
    return std::nullopt;
  }
  return episode_of(conversation);
}

Handoff* mutable_handoff(State& state) {
  if (auto* waiting = std::get_if<WaitingForAgent>(&state)) return &waiting->handoff;
  if (auto* human = std::get_if<HumanAnswers>(&state)) return &human->handoff;
  if (auto* callback = std::get_if<CallbackPromised>(&state)) return &callback->handoff;
  auto* ai = std::get_if<AiAnswers>(&state);
  if (ai && ai->last) return &*ai->last;
  auto* closed = std::get_if<Closed>(&state);
  return closed && closed->last ? &*closed->last : nullptr;
}

/// Applies payloads; one small overload per type of event.
class Folder {
 public:
  Folder(Conversation& conversation, Instant at) : c_(conversation), at_(at) {}

  void operator()(const Message&) {}
  void operator()(const Note&) {}
  void operator()(const Hidden&) {}

  void operator()(const HandoffRequested& event) {
    change_owner(WaitingForAgent{{.id = event.handoff_id,
                                  .reason = event.reason,
                                  .score = event.score,
                                  .rule = event.rule,
                                  .evidence = event.evidence,
                                  .message_seq = event.message_seq,
                                  .note = event.note,
                                  .urgent = event.urgent,
                                  .requested_at = at_,
                                  .place = event.place}});
  }

  void operator()(const HandoffOffered& event) {
    if (std::find(c_.offered.begin(), c_.offered.end(), event.reason) == c_.offered.end()) {
      c_.offered.push_back(event.reason);
    }
  }

  void operator()(const HandoffCancelled&) { change_owner(AiAnswers{episode_of(c_)}); }

  void operator()(const TakenOver& event) {
    Handoff episode = open_episode_of(c_).value_or(Handoff{.id = event.handoff_id,
                                                           .reason = Reason::kManual,
                                                           .rule = "takeover",
                                                           .requested_at = at_});
    episode.taken_at = at_;
    episode.place = {};
    if (episode.promise && episode.promise->state == Promise::State::kOpen) {
      episode.promise->state =
          at_ <= episode.promise->due_at ? Promise::State::kKept : Promise::State::kBroken;
    }
    change_owner(HumanAnswers{event.agent, std::move(episode)});
  }

  void operator()(const Transferred& event) {
    auto* human = std::get_if<HumanAnswers>(&c_.state);
    if (human) change_owner(HumanAnswers{event.agent, Handoff(human->handoff)});
  }

  void operator()(const ReturnedToAi&) {
    c_.offered.clear();
    change_owner(AiAnswers{episode_of(c_)});
  }

  void operator()(const CallbackWasPromised& event) {
    Promise promise{.due_at = event.due_at, .promised_at = at_};
    if (auto* callback = std::get_if<CallbackPromised>(&c_.state)) {
      if (at_ >= callback->promise.due_at || callback->promise.state == Promise::State::kBroken) {
        promise.state = Promise::State::kBroken;
      }
      callback->promise = promise;
      return;
    }
    change_owner(
        CallbackPromised{open_episode_of(c_).value_or(Handoff{.requested_at = at_}), promise});
  }

  void operator()(const ContactGiven& event) {
    Contact contact = c_.contact.value_or(Contact{});
    if (!event.contact.name.empty()) contact.name = event.contact.name;
    if (!event.contact.email.empty()) contact.email = event.contact.email;
    if (!event.contact.phone.empty()) contact.phone = event.contact.phone;
    c_.contact = contact;
  }

  void operator()(const WaitUpdated& event) {
    if (auto* waiting = std::get_if<WaitingForAgent>(&c_.state))
      waiting->handoff.place = event.place;
  }

  void operator()(const AgentLost&) {
    Handoff episode = open_episode_of(c_).value_or(Handoff{.requested_at = at_});
    episode.taken_at.reset();
    change_owner(WaitingForAgent{std::move(episode)});
  }

  void operator()(const ConversationClosed& event) {
    auto episode = episode_of(c_);
    if (episode && event.outcome) episode->outcome = event.outcome;
    change_owner(Closed{at_, std::move(episode)});
  }

  void operator()(const Reopened&) {
    c_.offered.clear();
    change_owner(AiAnswers{episode_of(c_)});
  }

  void operator()(const Rated& event) { c_.rating = event.rating; }

  void operator()(const OutcomeLabelled& event) {
    Handoff* episode = mutable_handoff(c_.state);
    if (episode && episode->id == event.handoff_id) episode->outcome = event.outcome;
  }

 private:
  void change_owner(State state) {
    c_.state = std::move(state);
    ++c_.epoch;
  }

  Conversation& c_;
  Instant at_;
};

}  // namespace

Conversation reduce(Conversation conversation, const Event& event) {
  if (event.seq <= conversation.as_of_seq) return conversation;
  std::visit(Folder(conversation, event.at), event.payload);
  conversation.as_of_seq = event.seq;
  if (!std::holds_alternative<Hidden>(event.payload)) conversation.updated_at = event.at;
  return conversation;
}

}  // namespace handoff
