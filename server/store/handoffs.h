#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handoff/conversation.h"
#include "handoff/event.h"
#include "handoff/wait_estimate.h"
#include "store/connection.h"

/// Handoff episodes and promises as rows, for queues, lists and reports. They are a projection of
/// the events and are written in the same transaction. As in conversations.h, the functions throw
/// SQLite::Exception.
namespace handoff::store {

/// Brings the rows up to date with `events`, which have just been folded into `after`.
void project_handoffs(Connection& tx, const Conversation& after, const std::vector<Event>& events);

/// The conversation that an episode belongs to.
std::optional<std::string> conversation_of_handoff(Connection& connection,
                                                   const std::string& handoff_id);

/// Request to takeover of the last 50 episodes that were taken, newest last.
WaitHistory wait_history(Connection& connection, const std::string& site);

struct PromiseRow {
  std::string conversation_id;
  std::string state;     ///< `open`, `kept`, `broken`
  Instant promised_at;   ///< the first time
  Instant first_due_at;  ///< what was promised first: this decides between kept and broken
  Instant due_at;        ///< what holds now
  std::optional<Instant> answered_at;  ///< by a person, if ever
};
/// Promises in this state, at most `limit`: open ones by deadline, those that were late already
/// first; the others with the newest deadline first.
std::vector<PromiseRow> promises(Connection& connection, const std::string& site,
                                 const std::string& state, int limit);

/// One episode for the reports. Seconds are unknown until they have happened.
struct EpisodeRow {
  std::string reason;
  std::string rule;
  std::string outcome;  ///< empty: not labelled
  std::optional<std::int64_t> wait_ms;
  std::optional<std::int64_t> first_response_ms;
};
std::vector<EpisodeRow> episodes_between(Connection& connection, const std::string& site,
                                         Instant from, Instant to);

/// What became of the promises made in `[from, to)`. One that is still open although its deadline
/// was before `now` counts as broken: it cannot be kept any more.
struct PromiseCounts {
  int open = 0;
  int kept = 0;
  int broken = 0;
};
PromiseCounts promises_between(Connection& connection, const std::string& site, Instant from,
                               Instant to, Instant now);

/// What visitors asked and the AI answered with less than 0.35 confidence, the most frequent first,
/// at most 20.
struct UnansweredRow {
  std::string text;
  int count = 0;
};
std::vector<UnansweredRow> unanswered_between(Connection& connection, const std::string& site,
                                              Instant from, Instant to);

}  // namespace handoff::store
