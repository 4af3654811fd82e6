#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "handoff/command.h"
#include "handoff/result.h"
#include "handoff/summary.h"
#include "handoff/transition.h"
#include "service/announcer.h"
#include "service/answers_under_way.h"
#include "service/presence.h"
#include "service/site.h"
#include "store/conversations.h"
#include "store/database.h"
#include "store/outbox.h"
#include "time/clock.h"
#include "time/zone_cache.h"

/// The one way in which a conversation changes: load, decide with the core, commit, announce.
/// Thread-safe.
namespace handoff {

struct StartRequest {
  std::string locale = {};    ///< empty: the site's
  std::string timezone = {};  ///< IANA, empty: unknown
  Page page = {};
  Attributes attributes = {};
};

struct Started {
  Conversation conversation;
  std::string visitor_token;  ///< told once; only its hash is kept
};

struct Applied {
  Conversation conversation;
  std::vector<Event> events;  ///< what this call committed; empty when nothing had to change
  std::optional<Event> sent = std::nullopt;  ///< the message or note of this call
  bool repeated = false;  ///< the same client id had been sent before: `sent` is that event
};

/// True when nothing is left to be done for what led to this answer: it was committed, or it can
/// never be.
bool is_settled(const Result<Applied>& applied);

class Conversations {
 public:
  struct Parts {
    Database& database;
    const Sites& sites;
    const Clock& clock;
    ZoneCache& zones;
    Presence& presence;
    Announcer& announcer;
    AnswersUnderWay& answers;
    /// Called after a commit that left effects to perform, or that moved the queue. Must be quick.
    std::function<void()> on_effects;
    std::function<void()> on_queue_moved;
    /// Whether the visitor of this conversation has it open now. Must be quick.
    std::function<bool(const std::string& id)> visitor_is_here;
  };

  explicit Conversations(Parts parts) : parts_(std::move(parts)) {}

  Result<Started> start(const StartRequest& request);

  /// Decides and commits one command. `finished` is an outbox row that is done with it, in the same
  /// transaction: also when the command no longer fits. Errors: kNotFound, and those of `step`.
  Result<Applied> apply(const std::string& id, const Command& command,
                        std::optional<std::int64_t> finished = std::nullopt);

  /// A visitor's message: the detector reads it in its conversation, then as `apply`.
  Result<Applied> post_visitor_message(const std::string& id, const std::string& client_id,
                                       const std::string& text);

  /// An answer of the AI: judged for its confidence, then as `apply`. One that comes too late is
  /// kept as a draft.
  Result<Applied> post_ai_message(const std::string& id, AiPosts answer,
                                  std::optional<std::int64_t> finished = std::nullopt);

  /// What is left of an answer that a change of the epoch has ended: its row goes, and a text is
  /// kept as a draft for the agent.
  Result<Done> drop_answer(const std::string& id, std::int64_t row, std::int64_t epoch,
                           const std::string& text, std::optional<Percent> confidence);

  Result<Conversation> find(const std::string& id) const;
  std::vector<Event> events(const std::string& id, std::int64_t after) const;
  Summary summary(const Conversation& conversation) const;

  /// Now, with the hours and whoever is online.
  Availability availability() const;

 private:
  struct Committed {
    Applied applied;
    std::optional<store::InboxRow> row;
    bool effects = false;
    bool queue_moved = false;
  };

  Result<Committed> commit(Connection& tx, const std::string& id, const Command& command);
  Result<Committed> decide(Connection& tx, const Conversation& conversation,
                           const Command& command);
  Context context_for(Connection& tx, const Site& site, const Conversation& conversation,
                      const Command& command) const;
  void add_tasks(Connection& tx, const Site& site, const Applied& applied,
                 const std::vector<Effect>& effects) const;
  void settle(const std::string& id, const Command& command, std::int64_t finished);
  void announce(const Committed& committed);

  Parts parts_;
};

}  // namespace handoff
