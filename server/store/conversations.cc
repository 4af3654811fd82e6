#include "store/conversations.h"

#include "handoff/conversation_json.h"
#include "handoff/utf8.h"
#include "store/columns.h"

namespace handoff::store {
namespace {

constexpr const char* kRow = "body, preview, change";

Conversation conversation_of(const SQLite::Column& body) {
  std::vector<FieldError> errors;
  Conversation conversation = read_conversation(json_of(body), errors);
  if (!errors.empty())
    throw SQLite::Exception("a stored conversation is damaged: " + errors.front().path);
  return conversation;
}

Event event_of(const SQLite::Column& body) {
  std::vector<FieldError> errors;
  Event event = read_event(json_of(body), errors);
  if (!errors.empty()) throw SQLite::Exception("a stored event is damaged: " + errors.front().path);
  return event;
}

std::optional<Preview> preview_of(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  std::vector<FieldError> errors;
  const Json value = json_of(column);
  JsonReader in(value, "preview", errors);
  const auto at = parse_rfc3339(in.string("at").value_or(""));
  return Preview{author_from(in.string("author").value_or("")).value_or(Author::kSystem),
                 in.string("text").value_or(""), at.value_or(Instant{})};
}

InboxRow inbox_row_of(SQLite::Statement& row) {
  return {conversation_of(row.getColumn(0)), preview_of(row.getColumn(1)),
          row.getColumn(2).getInt64()};
}

std::vector<InboxRow> inbox_rows_of(SQLite::Statement& rows) {
  std::vector<InboxRow> out;
  while (rows.executeStep()) out.push_back(inbox_row_of(rows));
  return out;
}

std::vector<Event> events_of(SQLite::Statement& rows) {
  std::vector<Event> out;
  while (rows.executeStep()) out.push_back(event_of(rows.getColumn(0)));
  return out;
}

std::vector<std::string> ids_of(SQLite::Statement& rows) {
  std::vector<std::string> out;
  while (rows.executeStep()) out.push_back(rows.getColumn(0).getString());
  return out;
}

std::string client_key(Author author, const std::string& sender, const std::string& client_id) {
  return std::string(to_string(author)) + "/" + sender + "/" + client_id;
}

/// The key under which a message is stored once, or empty.
std::string client_key(const Event& event) {
  if (const auto* message = std::get_if<Message>(&event.payload)) {
    if (message->client_id.empty()) return "";
    return client_key(event.author, message->agent ? message->agent->id : "", message->client_id);
  }
  const auto* note = std::get_if<Note>(&event.payload);
  if (!note || note->client_id.empty()) return "";
  return client_key(event.author, note->agent.id, note->client_id);
}

std::int64_t next_change(Connection& tx, const std::string& site) {
  auto take = tx.prepare(
      "INSERT INTO changes (site, newest) VALUES (?, 1) "
      "ON CONFLICT (site) DO UPDATE SET newest = newest + 1 RETURNING newest");
  take->bind(1, site);
  take->executeStep();
  return take->getColumn(0).getInt64();
}

void append_event(Connection& tx, const std::string& id, const Event& event) {
  auto insert = tx.prepare(
      "INSERT INTO events (conversation_id, seq, type, at, author, client_key, body) VALUES (?, ?, "
      "?, ?, ?, ?, ?)");
  insert->bind(1, id);
  insert->bind(2, event.seq);
  insert->bind(3, std::string(type_name(event.payload)));
  insert->bind(4, column_of(event.at));
  insert->bind(5, std::string(to_string(event.author)));
  const std::string key = client_key(event);
  if (key.empty()) {
    insert->bind(6);
  } else {
    insert->bind(6, key);
  }
  insert->bind(7, dump_json(event_json(event, Audience::kAgent)));
  insert->exec();
}

/// The newest message among `events`, as JSON for the preview column; empty: the old one stays.
std::string preview_text(const std::vector<Event>& events) {
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    const auto* message = std::get_if<Message>(&event->payload);
    if (!message) continue;
    return dump_json({{"author", to_string(event->author)},
                      {"text", std::string(first_code_points(message->text, 160))},
                      {"at", format_utc(event->at)}});
  }
  return "";
}

}  // namespace

std::int64_t urgency(const Conversation& conversation) {
  if (std::holds_alternative<WaitingForAgent>(conversation.state)) {
    return column_of(conversation.handoff()->requested_at);
  }
  if (const auto* callback = std::get_if<CallbackPromised>(&conversation.state)) {
    return column_of(callback->promise.due_at);
  }
  return -column_of(conversation.updated_at);
}

void insert_conversation(Connection& tx, const Conversation& conversation,
                         const std::string& token_hash) {
  auto insert = tx.prepare(
      "INSERT INTO conversations (id, site, state, epoch, last_seq, created_at, updated_at, "
      "token_hash, urgent_at, "
      "change, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert->bind(1, conversation.id);
  insert->bind(2, conversation.site);
  insert->bind(3, std::string(state_name(conversation.state)));
  insert->bind(4, conversation.epoch);
  insert->bind(5, conversation.as_of_seq);
  insert->bind(6, column_of(conversation.created_at));
  insert->bind(7, column_of(conversation.updated_at));
  insert->bind(8, token_hash.data(), static_cast<int>(token_hash.size()));
  insert->bind(9, urgency(conversation));
  insert->bind(10, next_change(tx, conversation.site));
  insert->bind(11, dump_json(conversation_json(conversation, Audience::kAgent)));
  insert->exec();
}

std::optional<Conversation> find_conversation(Connection& connection, const std::string& id) {
  auto find = connection.prepare("SELECT body FROM conversations WHERE id = ?");
  find->bind(1, id);
  if (!find->executeStep()) return std::nullopt;
  return conversation_of(find->getColumn(0));
}

std::optional<InboxRow> find_inbox_row(Connection& connection, const std::string& id) {
  auto find =
      connection.prepare(std::string("SELECT ") + kRow + " FROM conversations WHERE id = ?");
  find->bind(1, id);
  if (!find->executeStep()) return std::nullopt;
  return inbox_row_of(*find);
}

std::optional<std::string> conversation_of_token(Connection& connection,
                                                 const std::string& token_hash) {
  auto find = connection.prepare("SELECT id FROM conversations WHERE token_hash = ?");
  find->bind(1, token_hash.data(), static_cast<int>(token_hash.size()));
  if (!find->executeStep()) return std::nullopt;
  return find->getColumn(0).getString();
}

std::int64_t save_conversation(Connection& tx, const Conversation& conversation,
                               const std::vector<Event>& events) {
  for (const auto& event : events) append_event(tx, conversation.id, event);
  const std::int64_t change = next_change(tx, conversation.site);
  auto update = tx.prepare(
      "UPDATE conversations SET state = ?, epoch = ?, last_seq = ?, updated_at = ?, urgent_at = ?, "
      "change = ?, "
      "preview = coalesce(nullif(?, ''), preview), body = ? WHERE id = ?");
  update->bind(1, std::string(state_name(conversation.state)));
  update->bind(2, conversation.epoch);
  update->bind(3, conversation.as_of_seq);
  update->bind(4, column_of(conversation.updated_at));
  update->bind(5, urgency(conversation));
  update->bind(6, change);
  update->bind(7, preview_text(events));
  update->bind(8, dump_json(conversation_json(conversation, Audience::kAgent)));
  update->bind(9, conversation.id);
  update->exec();
  return change;
}

std::vector<Event> events_after(Connection& connection, const std::string& id, std::int64_t after,
                                int limit) {
  auto rows = connection.prepare(
      "SELECT body FROM events WHERE conversation_id = ? AND seq > ? ORDER BY seq LIMIT ?");
  rows->bind(1, id);
  rows->bind(2, after);
  rows->bind(3, limit);
  return events_of(*rows);
}

std::vector<Event> last_events(Connection& connection, const std::string& id, int limit) {
  auto rows = connection.prepare(
      "SELECT body FROM (SELECT seq, body FROM events WHERE conversation_id = ? ORDER BY seq DESC "
      "LIMIT ?) "
      "ORDER BY seq");
  rows->bind(1, id);
  rows->bind(2, limit);
  return events_of(*rows);
}

std::optional<Event> find_by_client_id(Connection& connection, const std::string& id, Author author,
                                       const std::string& sender, const std::string& client_id) {
  auto find =
      connection.prepare("SELECT body FROM events WHERE conversation_id = ? AND client_key = ?");
  find->bind(1, id);
  find->bind(2, client_key(author, sender, client_id));
  if (!find->executeStep()) return std::nullopt;
  return event_of(find->getColumn(0));
}

std::vector<InboxRow> inbox_rows(Connection& connection, const InboxQuery& query) {
  auto rows = connection.prepare(
      std::string("SELECT ") + kRow +
      " FROM conversations WHERE site = ? AND state = ? AND (urgent_at, id) > (?, ?) "
      "ORDER BY urgent_at, id LIMIT ?");
  rows->bind(1, query.site);
  rows->bind(2, query.state);
  rows->bind(3, query.after_urgent);
  rows->bind(4, query.after_id);
  rows->bind(5, query.limit);
  return inbox_rows_of(*rows);
}

std::vector<InboxRow> changed_since(Connection& connection, const std::string& site,
                                    std::int64_t change, int limit) {
  auto rows = connection.prepare(
      std::string("SELECT ") + kRow +
      " FROM conversations WHERE site = ? AND change > ? ORDER BY change LIMIT ?");
  rows->bind(1, site);
  rows->bind(2, change);
  rows->bind(3, limit);
  return inbox_rows_of(*rows);
}

std::int64_t newest_change(Connection& connection, const std::string& site) {
  auto find = connection.prepare("SELECT newest FROM changes WHERE site = ?");
  find->bind(1, site);
  return find->executeStep() ? find->getColumn(0).getInt64() : 0;
}

std::vector<std::string> waiting_ids(Connection& connection, const std::string& site) {
  auto rows = connection.prepare(
      "SELECT id FROM conversations WHERE site = ? AND state = 'waiting' ORDER BY urgent_at, id");
  rows->bind(1, site);
  return ids_of(*rows);
}

std::vector<std::string> held_by_agent(Connection& connection, const std::string& site,
                                       const std::string& agent_id) {
  auto rows = connection.prepare(
      "SELECT id FROM conversations WHERE site = ? AND state = 'human' AND body ->> '$.owner.id' = "
      "?");
  rows->bind(1, site);
  rows->bind(2, agent_id);
  return ids_of(*rows);
}

int count_in_state(Connection& connection, const std::string& site, const std::string& state) {
  auto count =
      connection.prepare("SELECT count(*) FROM conversations WHERE site = ? AND state = ?");
  count->bind(1, site);
  count->bind(2, state);
  count->executeStep();
  return count->getColumn(0).getInt();
}

}  // namespace handoff::store
