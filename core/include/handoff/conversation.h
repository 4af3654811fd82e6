#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "handoff/detection.h"
#include "handoff/result.h"
#include "handoff/settings.h"
#include "handoff/time.h"
#include "handoff/wait_estimate.h"

/// A conversation: what the fold of its event log knows. Plain values. Changed by `reduce`
/// (reduce.h) alone.
namespace handoff {

/// How the visitor can be reached. Empty strings are unknown.
struct Contact {
  std::string name;
  std::string email;
  std::string phone;

  friend bool operator==(const Contact&, const Contact&) = default;
};

/// The page the visitor was on when the conversation began.
struct Page {
  std::string url;
  std::string title;
  std::string referrer;

  friend bool operator==(const Page&, const Page&) = default;
};

/// What the team says of a handoff afterwards.
enum class Outcome { kRight, kUnnecessary, kLate };

/// A deadline that was promised to the visitor.
struct Promise {
  enum class State { kOpen, kKept, kBroken };
  Instant due_at;
  Instant promised_at;
  State state = State::kOpen;

  friend bool operator==(const Promise&, const Promise&) = default;
};

/// The visitor's place in the queue; `wait` is unknown until it can be estimated honestly.
struct Place {
  int position = 0;  ///< 1 is next; 0 when not waiting
  std::optional<WaitEstimate> wait = std::nullopt;

  friend bool operator==(const Place&, const Place&) = default;
};

/// One episode: from the request until it was taken, cancelled or ended.
struct Handoff {
  std::string id;
  Reason reason = Reason::kUserRequest;
  Percent score = 0;
  std::string rule;
  std::vector<Evidence> evidence = {};
  std::int64_t message_seq = 0;  ///< the message that the evidence points into; 0: none
  std::string note = {};         ///< from whoever asked for it; agents only
  bool urgent = false;           ///< the AI says so; agents only
  Instant requested_at;
  std::optional<Instant> taken_at = std::nullopt;
  Place place = {};
  std::optional<Promise> promise = std::nullopt;  ///< the last one given in this episode
  std::optional<Outcome> outcome = std::nullopt;

  friend bool operator==(const Handoff&, const Handoff&) = default;
};

/// The AI answers. `last` is the episode before, if there was one.
struct AiAnswers {
  std::optional<Handoff> last = std::nullopt;

  friend bool operator==(const AiAnswers&, const AiAnswers&) = default;
};

/// A handoff was requested and somebody is on duty.
struct WaitingForAgent {
  Handoff handoff;

  friend bool operator==(const WaitingForAgent&, const WaitingForAgent&) = default;
};

/// An agent has taken over; the AI is paused.
struct HumanAnswers {
  Person agent;
  Handoff handoff;

  friend bool operator==(const HumanAnswers&, const HumanAnswers&) = default;
};

/// Nobody was available: a deadline binds both sides, the AI goes on with simple questions.
struct CallbackPromised {
  Handoff handoff;
  Promise promise;

  friend bool operator==(const CallbackPromised&, const CallbackPromised&) = default;
};

struct Closed {
  Instant closed_at;
  std::optional<Handoff> last = std::nullopt;

  friend bool operator==(const Closed&, const Closed&) = default;
};

using State = std::variant<AiAnswers, WaitingForAgent, HumanAnswers, CallbackPromised, Closed>;

/// `ai`, `waiting`, `human`, `callback`, `closed`.
std::string_view state_name(const State& state);

struct Rating {
  int score = 0;  ///< 1 to 5
  std::string text;

  friend bool operator==(const Rating&, const Rating&) = default;
};

struct Conversation {
  std::string id;
  std::string site;
  State state = AiAnswers{};
  std::int64_t epoch = 1;      ///< +1 at each change of state or owner
  std::int64_t as_of_seq = 0;  ///< the newest event folded in
  Instant created_at;
  Instant updated_at;
  std::string locale = "en";
  std::string timezone = {};  ///< the visitor's IANA zone, empty when unknown
  Page page = {};
  Attributes attributes = {};
  bool verified = false;  ///< the site has signed who the visitor is
  std::optional<Contact> contact = std::nullopt;
  std::vector<Reason> offered = {};  ///< a person was offered for these already: once per reason
  std::optional<Rating> rating = std::nullopt;

  /// Who speaks for the site when that is a person.
  const Person* owner() const;
  /// The open episode, or the last one; null before the first.
  const Handoff* handoff() const;
  /// The open promise, or the last one of the present episode.
  const Promise* promise() const;

  friend bool operator==(const Conversation&, const Conversation&) = default;
};

/// A visitor who writes into a closed conversation within this time reopens it.
inline constexpr std::chrono::hours kReopenWithin{30 * 24};

}  // namespace handoff
