#pragma once

#include <variant>
#include <vector>

#include "handoff/availability.h"
#include "handoff/command.h"
#include "handoff/conversation.h"
#include "handoff/event.h"
#include "handoff/result.h"
#include "handoff/settings.h"

/// The state machine. Pure: no clock, no I/O, no randomness; everything it needs to know is in the
/// context.
namespace handoff {

/// What is true while a command is decided.
struct Context {
  Instant now;
  const Settings& settings;
  const ZoneTable& zone;                    ///< of the team
  const ZoneTable* visitor_zone = nullptr;  ///< null when unknown
  Availability availability = {};           ///< narrowed to the agents who are online
  Place place = {};                         ///< what a new request would get
  std::string new_id = {};                  ///< for a new handoff
};

/// Asks the AI for an answer to the newest visitor message, in this epoch.
struct AskAi {
  std::int64_t epoch = 0;
  std::int64_t message_seq = 0;

  friend bool operator==(const AskAi&, const AskAi&) = default;
};

enum class TimerKind { kWaitRunsOut, kPromiseDue };

/// Wakes the conversation at an instant; what it means then is decided then.
struct StartTimer {
  TimerKind kind = TimerKind::kWaitRunsOut;
  Instant due_at;
  std::string handoff_id;

  friend bool operator==(const StartTimer&, const StartTimer&) = default;
};

/// What is to be done once the events are durable: data, no actions. The server stores them in the
/// same transaction.
using Effect = std::variant<AskAi, StartTimer>;

struct Transition {
  Conversation next;
  std::vector<Event> events;  ///< numbered on from `as_of_seq`; empty: the command changed nothing
  std::vector<Effect> effects;
};

/// Decides `command`. A command that does not fit the state answers kConflict (with the owner, when
/// a person holds the conversation) and changes nothing. Asking again for what is so already
/// succeeds without events.
Result<Transition> step(const Conversation& conversation, const Command& command,
                        const Context& context);

}  // namespace handoff
