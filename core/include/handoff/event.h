#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "handoff/conversation.h"

/// What happened in a conversation, in order. The log is append-only and numbered 1, 2, 3 … without
/// holes; everything else is folded from it. `text` of a system event is what the visitor reads, in
/// the visitor's locale.
namespace handoff {

/// An article that an AI answer was taken from.
struct Citation {
  std::string title;
  std::string url;  ///< empty when the article has none

  friend bool operator==(const Citation&, const Citation&) = default;
};

/// One of the grounds of an answer's confidence: `retrieval`, `tokens`, `hedging`, `finish`.
struct ConfidencePart {
  std::string name;
  Percent percent = 0;  ///< [0, 100]

  friend bool operator==(const ConfidencePart&, const ConfidencePart&) = default;
};

struct Message {
  std::string client_id;  ///< made by the sender; the same id again is the same message
  std::string text;
  std::optional<Person> agent = std::nullopt;        ///< messages of agents
  std::optional<Percent> confidence = std::nullopt;  ///< messages of the AI
  std::optional<std::int64_t> epoch =
      std::nullopt;  ///< messages of the AI: the epoch it was started in
  std::vector<Citation> sources = {};
  std::vector<ConfidencePart> confidence_parts = {};  ///< agents only

  friend bool operator==(const Message&, const Message&) = default;
};

/// A note that visitors never see.
struct Note {
  std::string client_id;
  std::string text;
  Person agent;

  friend bool operator==(const Note&, const Note&) = default;
};

struct HandoffRequested {
  std::string handoff_id;
  Reason reason = Reason::kUserRequest;
  Percent score = 0;
  std::string rule;
  std::vector<Evidence> evidence = {};
  std::int64_t message_seq = 0;
  std::string note = {};  ///< agents only
  bool urgent = false;    ///< the AI says so; shown to agents, the queue does not follow it
  Place place = {};
  std::string text = {};

  friend bool operator==(const HandoffRequested&, const HandoffRequested&) = default;
};

/// The widget asks "would you rather talk to a person?"; once per reason.
struct HandoffOffered {
  Reason reason = Reason::kLowConfidence;
  Percent score = 0;
  std::string rule;
  std::vector<Evidence> evidence = {};
  std::string text = {};

  friend bool operator==(const HandoffOffered&, const HandoffOffered&) = default;
};

/// The visitor stopped waiting, or took the promise back, or the wait ran out and the AI goes on.
struct HandoffCancelled {
  std::string text;

  friend bool operator==(const HandoffCancelled&, const HandoffCancelled&) = default;
};

struct TakenOver {
  Person agent;
  std::string
      handoff_id;  ///< of a new `manual` episode when nobody had asked; else of the open one
  std::string text;

  friend bool operator==(const TakenOver&, const TakenOver&) = default;
};

struct Transferred {
  Person agent;  ///< who has it now
  std::string text;

  friend bool operator==(const Transferred&, const Transferred&) = default;
};

struct ReturnedToAi {
  std::optional<Person> agent = std::nullopt;  ///< none when the silence of the agent returned it
  std::string note = {};                       ///< for agents and the AI
  std::string text = {};

  friend bool operator==(const ReturnedToAi&, const ReturnedToAi&) = default;
};

struct CallbackWasPromised {
  Instant due_at;
  std::string text;

  friend bool operator==(const CallbackWasPromised&, const CallbackWasPromised&) = default;
};

struct ContactGiven {
  Contact contact;

  friend bool operator==(const ContactGiven&, const ContactGiven&) = default;
};

struct WaitUpdated {
  Place place;
  std::string text = {};

  friend bool operator==(const WaitUpdated&, const WaitUpdated&) = default;
};

/// The agent's browser has been gone for too long, or the agent silent: the visitor waits again,
/// with the place kept.
struct AgentLost {
  Person agent;
  std::string text;

  friend bool operator==(const AgentLost&, const AgentLost&) = default;
};

struct ConversationClosed {
  std::optional<Person> by = std::nullopt;
  std::optional<Outcome> outcome = std::nullopt;
  std::string text = {};

  friend bool operator==(const ConversationClosed&, const ConversationClosed&) = default;
};

struct Reopened {
  std::string text;

  friend bool operator==(const Reopened&, const Reopened&) = default;
};

struct Rated {
  Rating rating;

  friend bool operator==(const Rated&, const Rated&) = default;
};

/// Agents say afterwards whether a handoff was right; hidden from visitors.
struct OutcomeLabelled {
  std::string handoff_id;
  Outcome outcome = Outcome::kRight;
  Person agent;

  friend bool operator==(const OutcomeLabelled&, const OutcomeLabelled&) = default;
};

/// What a visitor's log holds in the place of something that only agents may see.
struct Hidden {
  friend bool operator==(const Hidden&, const Hidden&) = default;
};

using Payload =
    std::variant<Message, Note, HandoffRequested, HandoffOffered, HandoffCancelled, TakenOver,
                 Transferred, ReturnedToAi, CallbackWasPromised, ContactGiven, WaitUpdated,
                 AgentLost, ConversationClosed, Reopened, Rated, OutcomeLabelled, Hidden>;

struct Event {
  std::int64_t seq = 0;
  Instant at;
  Author author = Author::kSystem;
  Payload payload = Hidden{};

  friend bool operator==(const Event&, const Event&) = default;
};

/// `message`, `handoff.requested`, … (contract, section 4).
std::string_view type_name(const Payload& payload);

/// The same event as a visitor may see it: notes and outcome labels become `hidden`, a note on a
/// return is left out.
Event as_visitor_sees(Event event);

}  // namespace handoff
