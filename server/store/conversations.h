#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handoff/conversation.h"
#include "handoff/event.h"
#include "handoff/json.h"
#include "store/connection.h"

/// Conversations and their event logs. Free functions over a connection: inside `Database::write`
/// they are part of its transaction, inside `Database::read` they see one moment. They throw
/// SQLite::Exception, which the database turns into an Error.
namespace handoff::store {

/// The newest message of a conversation, as the inbox shows it.
struct Preview {
  Author author = Author::kVisitor;
  std::string text;
  Instant at;
};

struct InboxRow {
  Conversation conversation;
  std::optional<Preview> preview;
  std::int64_t change = 0;
};

/// What of the inbox, and from where on. Rows come in the order of `states`, within a state the
/// most urgent first.
struct InboxQuery {
  std::string site;
  std::string state;
  std::int64_t after_urgent = INT64_MIN;
  std::string after_id = {};
  int limit = 50;
};

/// `token_hash`: of the visitor's token.
void insert_conversation(Connection& tx, const Conversation& conversation,
                         const std::string& token_hash);

std::optional<Conversation> find_conversation(Connection& connection, const std::string& id);
std::optional<InboxRow> find_inbox_row(Connection& connection, const std::string& id);

/// The conversation that a visitor's token opens.
std::optional<std::string> conversation_of_token(Connection& connection,
                                                 const std::string& token_hash);

/// Stores the folded state and the events that led to it, in one go, and takes the site's next
/// change number. Returns that number.
std::int64_t save_conversation(Connection& tx, const Conversation& conversation,
                               const std::vector<Event>& events);

/// Events with `seq > after`, ascending, at most `limit`.
std::vector<Event> events_after(Connection& connection, const std::string& id, std::int64_t after,
                                int limit);
/// The last `limit` events, ascending.
std::vector<Event> last_events(Connection& connection, const std::string& id, int limit);
/// The message or note that this sender has sent under this client id.
std::optional<Event> find_by_client_id(Connection& connection, const std::string& id, Author author,
                                       const std::string& sender, const std::string& client_id);

std::vector<InboxRow> inbox_rows(Connection& connection, const InboxQuery& query);
/// Conversations that changed after `change`, oldest change first.
std::vector<InboxRow> changed_since(Connection& connection, const std::string& site,
                                    std::int64_t change, int limit);
std::int64_t newest_change(Connection& connection, const std::string& site);

/// The ids of those who wait, the longest waiting first.
std::vector<std::string> waiting_ids(Connection& connection, const std::string& site);
/// The ids of the conversations that `agent_id` holds.
std::vector<std::string> held_by_agent(Connection& connection, const std::string& site,
                                       const std::string& agent_id);
int count_in_state(Connection& connection, const std::string& site, const std::string& state);

/// How urgent a conversation is within its state: smaller comes first.
std::int64_t urgency(const Conversation& conversation);

}  // namespace handoff::store
