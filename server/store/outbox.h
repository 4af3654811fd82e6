#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "handoff/json.h"
#include "handoff/transition.h"
#include "store/connection.h"

/// What was decided with the events and is still to be done: at least once, in order per
/// conversation. As in conversations.h, the functions throw SQLite::Exception.
namespace handoff::store {

/// Tells the site's own bot of the visitor message that `AskAi` waits for.
struct TellBot {
  std::int64_t epoch = 0;
  std::int64_t message_seq = 0;
};

/// Has a model sum up the open episode for the agent.
struct WriteSummary {
  std::string handoff_id;
};

/// The core's effects, and what the server adds to them.
using Task = std::variant<AskAi, StartTimer, TellBot, WriteSummary>;

struct OutboxRow {
  std::int64_t id = 0;
  std::string conversation_id;
  Task task;
  Instant due_at;
  Instant created_at;
  int attempts = 0;
};

void add_to_outbox(Connection& tx, const std::string& conversation_id, const Task& task,
                   Instant now, Instant due_at);

/// Pending rows that are due, oldest first.
std::vector<OutboxRow> due_rows(Connection& connection, Instant now, int limit);

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
