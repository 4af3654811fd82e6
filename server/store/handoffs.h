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

/// Ids of conversations with a promise in this state, the soonest deadline first.
struct PromiseRow {
  std::string conversation_id;
  Instant due_at;
  std::string handoff_id;
};
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

/// What visitors asked and the AI answered with less than 0.35 confidence, the most frequent first,
/// at most 20.
struct UnansweredRow {
  std::string text;
  int count = 0;
};
std::vector<UnansweredRow> unanswered_between(Connection& connection, const std::string& site,
                                              Instant from, Instant to);

}  // namespace handoff::store
