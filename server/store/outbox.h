#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handoff/json.h"
#include "handoff/transition.h"
#include "store/connection.h"

/// Effects that were decided with the events and are still to be performed: at least once, in order
/// per conversation. As in conversations.h, the functions throw SQLite::Exception.
namespace handoff::store {

struct OutboxRow {
  std::int64_t id = 0;
  std::string conversation_id;
  Effect effect;
  Instant due_at;
  int attempts = 0;
};

/// `ai_due_at`: when an `AskAi` is performed; a timer has its own instant.
void add_to_outbox(Connection& tx, const std::string& conversation_id, const Effect& effect,
                   Instant now, Instant ai_due_at);

/// Pending rows that are due, oldest first.
std::vector<OutboxRow> due_rows(Connection& connection, Instant now, int limit);
/// When the next pending row falls due.
std::optional<Instant> next_due(Connection& connection);

void finish_row(Connection& tx, std::int64_t id);
/// Counts a failed attempt and puts the row off; after `max_attempts` it is dead.
void put_off_row(Connection& tx, std::int64_t id, Instant due_at, int max_attempts);

/// An AI answer that came too late; the agent may use it.
void keep_draft(Connection& tx, const std::string& conversation_id, std::int64_t epoch, Instant at,
                const std::string& text, Percent confidence);
struct Draft {
  std::string text;
  Percent confidence = 0;
  Instant at;
};
std::optional<Draft> newest_draft(Connection& connection, const std::string& conversation_id,
                                  std::int64_t min_epoch);

}  // namespace handoff::store
