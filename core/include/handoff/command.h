#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "handoff/conversation.h"
#include "handoff/event.h"

/// What somebody wants to happen. A command is decided by `step` (transition.h) against the present
/// state.
namespace handoff {

/// An agent, and whether that agent is an administrator, who may act on others' conversations.
struct Actor {
  Person person;
  bool admin = false;
};

struct VisitorPosts {
  std::string client_id;
  std::string text;
  Verdict verdict = {};  ///< what the detector says of this message in its conversation
};

struct AgentPosts {
  Actor agent;
  std::string client_id;
  std::string text;
};

/// The AI asks for a human of its own accord.
struct PersonWanted {
  Reason reason = Reason::kLowConfidence;
  std::string rule;       ///< `ai.policy`, `ai.promised_person`, …
  std::string note = {};  ///< its summary for the agent; machine-made
  bool urgent = false;

  friend bool operator==(const PersonWanted&, const PersonWanted&) = default;
};

struct AiPosts {
  std::string client_id;
  std::string text;
  std::int64_t epoch = 0;        ///< the conversation's epoch when the answer was started
  std::int64_t message_seq = 0;  ///< the visitor's message that it answers
  std::optional<Percent> confidence = std::nullopt;  ///< unknown: its wording alone is judged
  std::vector<Citation> sources = {};
  Verdict verdict = {};  ///< of the conversation with this answer in it
  std::vector<ConfidencePart> confidence_parts = {};
  std::optional<PersonWanted> person = std::nullopt;  ///< then `text` may be empty
};

/// The AI gave no answer in its time, or failed.
struct AiFails {
  std::int64_t epoch = 0;
};

struct AsksForHandoff {
  Author by = Author::kVisitor;
  Reason reason = Reason::kUserRequest;
  std::string rule = "button";
  std::string note = {};
  bool callback = false;  ///< would rather be called back than wait
};

struct CancelsHandoff {
  Author by = Author::kVisitor;
};

struct GivesContact {
  Author by = Author::kVisitor;
  Contact contact;
};

struct TakesOver {
  Actor agent;
};

struct ReturnsToAi {
  Actor agent;
  std::string note = {};
  std::string message = {};  ///< the agent's last words, before the return; empty: none
  std::string client_id = {};
};

struct Transfers {
  Actor agent;
  Person to;
};

struct AddsNote {
  Actor agent;
  std::string client_id;
  std::string text;
};

struct Closes {
  Actor agent;
  std::optional<Outcome> outcome = std::nullopt;
};

struct Rates {
  Rating rating;
};

struct LabelsOutcome {
  Actor agent;
  std::string handoff_id;
  Outcome outcome = Outcome::kRight;
};

/// Nobody took the conversation in time.
struct WaitRunsOut {
  std::string handoff_id;
};

/// The hours end, or the last agent leaves, while somebody waits.
struct TeamLeaves {};

/// Somebody is there again, or for the first time.
struct TeamComesBack {};

/// The queue moved.
struct PlaceChanges {
  Place place;
};

/// The agent's last stream has been gone for `human.agent_lost_seconds`.
struct AgentGoesMissing {
  std::string agent_id;
};

/// The visitor wrote and the agent has said nothing for `human.silent_minutes`.
struct AgentStaysSilent {
  std::string agent_id;
};

/// A promise's deadline has passed.
struct PromiseFallsDue {
  std::string handoff_id;
};

using Command =
    std::variant<VisitorPosts, AgentPosts, AiPosts, AiFails, AsksForHandoff, CancelsHandoff,
                 GivesContact, TakesOver, ReturnsToAi, Transfers, AddsNote, Closes, Rates,
                 LabelsOutcome, WaitRunsOut, TeamLeaves, TeamComesBack, PlaceChanges,
                 AgentGoesMissing, AgentStaysSilent, PromiseFallsDue>;

}  // namespace handoff
