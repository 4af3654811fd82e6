#pragma once

#include <optional>
#include <string>

#include "handoff/time.h"
#include "store/connection.h"

/// What a model wrote for the agent about an episode; the newest one of a conversation is kept. As
/// in conversations.h, the functions throw SQLite::Exception.
namespace handoff::store {

struct SummaryRow {
  std::string handoff_id;  ///< empty: no episode yet
  std::string text;
  std::string made_by;  ///< the model
  Instant made_at;
};

void save_summary(Connection& tx, const std::string& conversation_id, const SummaryRow& row);
std::optional<SummaryRow> find_summary(Connection& connection, const std::string& conversation_id);

}  // namespace handoff::store
