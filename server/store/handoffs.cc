#include "store/handoffs.h"

#include "handoff/json.h"
#include "store/columns.h"

namespace handoff::store {
namespace {

/// Writes the rows that one event stands for.
class Projector {
 public:
  Projector(Connection& tx, const Conversation& after, const Event& event)
      : tx_(tx), after_(after), event_(event) {}

  void operator()(const HandoffRequested& requested) {
    open(requested.handoff_id, requested.reason, requested.rule);
    // What was promised in an episode before gives way to this one, and counts only if it is late.
    auto late = tx_.prepare(
        "UPDATE callbacks SET state = 'broken' WHERE conversation_id = ? AND state = 'open' "
        "AND first_due_at < ?");
    late->bind(1, after_.id);
    late->bind(2, column_of(event_.at));
    late->exec();
    auto drop = tx_.prepare("DELETE FROM callbacks WHERE conversation_id = ? AND state = 'open'");
    drop->bind(1, after_.id);
    drop->exec();
  }
  void operator()(const TakenOver& taken) {
    open(taken.handoff_id, Reason::kManual, "takeover");
    auto update = tx_.prepare(
        "UPDATE handoffs SET taken_at = coalesce(taken_at, ?), agent_id = ? WHERE id = ?");
    update->bind(1, column_of(event_.at));
    update->bind(2, taken.agent.id);
    update->bind(3, taken.handoff_id);
    update->exec();
    settle_promise(taken.handoff_id);
  }
  void operator()(const Transferred& transferred) {
    auto update = tx_.prepare("UPDATE handoffs SET agent_id = ? WHERE id = ?");
    update->bind(1, transferred.agent.id);
    update->bind(2, current());
    update->exec();
  }
  void operator()(const CallbackWasPromised& promised) {
    auto upsert = tx_.prepare(
        "INSERT INTO callbacks (handoff_id, site, conversation_id, promised_at, first_due_at, "
        "due_at) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?5) "
        "ON CONFLICT (handoff_id) DO UPDATE SET due_at = excluded.due_at, "
        "promised_at = CASE WHEN state = 'open' THEN promised_at ELSE excluded.promised_at END, "
        "first_due_at = CASE WHEN state = 'open' THEN first_due_at ELSE excluded.due_at END, "
        "state = 'open'");
    upsert->bind(1, current());
    upsert->bind(2, after_.site);
    upsert->bind(3, after_.id);
    upsert->bind(4, column_of(event_.at));
    upsert->bind(5, column_of(promised.due_at));
    upsert->exec();
  }
  void operator()(const HandoffCancelled&) {
    end(current());
    auto drop = tx_.prepare("DELETE FROM callbacks WHERE handoff_id = ? AND state = 'open'");
    drop->bind(1, current());
    drop->exec();
  }
  void operator()(const ReturnedToAi&) { end(current()); }
  void operator()(const ConversationClosed& closed) {
    end(current());
    if (closed.outcome) label(current(), *closed.outcome);
    settle_promise(current());
  }
  void operator()(const OutcomeLabelled& labelled) { label(labelled.handoff_id, labelled.outcome); }
  template <class Other>
  void operator()(const Other&) {}

 private:
  std::string current() const { return after_.handoff() ? after_.handoff()->id : ""; }

  void open(const std::string& id, Reason reason, const std::string& rule) {
    auto insert = tx_.prepare(
        "INSERT INTO handoffs (id, site, conversation_id, reason, rule, requested_at) VALUES (?, "
        "?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO NOTHING");
    insert->bind(1, id);
    insert->bind(2, after_.site);
    insert->bind(3, after_.id);
    insert->bind(4, std::string(to_string(reason)));
    insert->bind(5, rule);
    insert->bind(6, column_of(event_.at));
    insert->exec();
  }
  void end(const std::string& id) {
    auto update = tx_.prepare("UPDATE handoffs SET ended_at = ? WHERE id = ? AND ended_at IS NULL");
    update->bind(1, column_of(event_.at));
    update->bind(2, id);
    update->exec();
  }
  void label(const std::string& id, Outcome outcome) {
    static constexpr const char* kNames[] = {"right", "unnecessary", "late"};
    auto update = tx_.prepare("UPDATE handoffs SET outcome = ? WHERE id = ?");
    update->bind(1, kNames[static_cast<std::size_t>(outcome)]);
    update->bind(2, id);
    update->exec();
  }
  void settle_promise(const std::string& id) {
    auto update = tx_.prepare(
        "UPDATE callbacks SET state = CASE WHEN ?1 <= first_due_at THEN 'kept' ELSE 'broken' END "
        "WHERE handoff_id = ?2 AND state = 'open'");
    update->bind(1, column_of(event_.at));
    update->bind(2, id);
    update->exec();
  }

  Connection& tx_;
  const Conversation& after_;
  const Event& event_;
};

std::optional<std::int64_t> optional_int(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return column.getInt64();
}

}  // namespace

void project_handoffs(Connection& tx, const Conversation& after, const std::vector<Event>& events) {
  for (const auto& event : events) std::visit(Projector(tx, after, event), event.payload);
}

std::optional<std::string> conversation_of_handoff(Connection& connection,
                                                   const std::string& handoff_id) {
  auto find = connection.prepare("SELECT conversation_id FROM handoffs WHERE id = ?");
  find->bind(1, handoff_id);
  if (!find->executeStep()) return std::nullopt;
  return find->getColumn(0).getString();
}

WaitHistory wait_history(Connection& connection, const std::string& site) {
  auto rows = connection.prepare(
      "SELECT wait FROM (SELECT requested_at, taken_at - requested_at AS wait FROM handoffs "
      "WHERE site = ? AND taken_at IS NOT NULL AND rule <> 'takeover' AND id NOT IN (SELECT "
      "handoff_id FROM callbacks) "
      "ORDER BY requested_at DESC LIMIT 50) ORDER BY requested_at");
  rows->bind(1, site);
  WaitHistory history;
  while (rows->executeStep()) history.waits.emplace_back(rows->getColumn(0).getInt64() / 1000);
  return history;
}

std::vector<PromiseRow> promises(Connection& connection, const std::string& site,
                                 const std::string& state, int limit) {
  const std::string order =
      state == "open" ? "c.due_at = c.first_due_at, c.due_at" : "c.due_at DESC";
  auto rows = connection.prepare(
      "SELECT c.conversation_id, c.state, c.promised_at, c.first_due_at, c.due_at, "
      "CASE WHEN h.taken_at >= c.promised_at THEN h.taken_at END "
      "FROM callbacks c JOIN handoffs h ON h.id = c.handoff_id WHERE c.site = ? AND c.state = ? "
      "ORDER BY " +
      order + ", c.promised_at, c.handoff_id LIMIT ?");
  rows->bind(1, site);
  rows->bind(2, state);
  rows->bind(3, limit);
  std::vector<PromiseRow> out;
  while (rows->executeStep()) {
    out.push_back({.conversation_id = rows->getColumn(0).getString(),
                   .state = rows->getColumn(1).getString(),
                   .promised_at = instant_of(rows->getColumn(2)),
                   .first_due_at = instant_of(rows->getColumn(3)),
                   .due_at = instant_of(rows->getColumn(4))});
    const auto taken_at = rows->getColumn(5);
    if (!taken_at.isNull()) out.back().answered_at = instant_of(taken_at);
  }
  return out;
}

std::vector<EpisodeRow> episodes_between(Connection& connection, const std::string& site,
                                         Instant from, Instant to) {
  auto rows = connection.prepare(
      "SELECT reason, rule, coalesce(outcome, ''), taken_at - requested_at, "
      "(SELECT min(e.at) FROM events e WHERE e.conversation_id = h.conversation_id AND e.type = "
      "'message' "
      "AND e.author = 'agent' AND e.at >= h.taken_at) - requested_at "
      "FROM handoffs h WHERE site = ? AND requested_at >= ? AND requested_at < ?");
  rows->bind(1, site);
  rows->bind(2, column_of(from));
  rows->bind(3, column_of(to));
  std::vector<EpisodeRow> out;
  while (rows->executeStep()) {
    out.push_back({rows->getColumn(0).getString(), rows->getColumn(1).getString(),
                   rows->getColumn(2).getString(), optional_int(rows->getColumn(3)),
                   optional_int(rows->getColumn(4))});
  }
  return out;
}

PromiseCounts promises_between(Connection& connection, const std::string& site, Instant from,
                               Instant to, Instant now) {
  auto rows = connection.prepare(
      "SELECT CASE WHEN state = 'open' AND first_due_at < ?4 THEN 'broken' ELSE state END, "
      "count(*) FROM callbacks WHERE site = ?1 AND promised_at >= ?2 AND promised_at < ?3 "
      "GROUP BY 1");
  rows->bind(1, site);
  rows->bind(2, column_of(from));
  rows->bind(3, column_of(to));
  rows->bind(4, column_of(now));
  PromiseCounts out;
  while (rows->executeStep()) {
    const std::string state = rows->getColumn(0).getString();
    int& count = state == "open" ? out.open : state == "kept" ? out.kept : out.broken;
    count = rows->getColumn(1).getInt();
  }
  return out;
}

std::vector<UnansweredRow> unanswered_between(Connection& connection, const std::string& site,
                                              Instant from, Instant to) {
  auto rows = connection.prepare(
      "SELECT question, count(*) FROM (SELECT (SELECT q.body ->> '$.text' FROM events q "
      "WHERE q.conversation_id = a.conversation_id AND q.seq < a.seq AND q.author = 'visitor' AND "
      "q.type = 'message' "
      "ORDER BY q.seq DESC LIMIT 1) AS question FROM conversations c JOIN events a ON "
      "a.conversation_id = c.id "
      "WHERE c.site = ? AND a.author = 'ai' AND a.type = 'message' AND a.at >= ? AND a.at < ? "
      "AND a.body ->> '$.confidence' < 0.35) WHERE question IS NOT NULL "
      "GROUP BY lower(question) ORDER BY 2 DESC, 1 LIMIT 20");
  rows->bind(1, site);
  rows->bind(2, column_of(from));
  rows->bind(3, column_of(to));
  std::vector<UnansweredRow> out;
  while (rows->executeStep())
    out.push_back({rows->getColumn(0).getString(), rows->getColumn(1).getInt()});
  return out;
}

}  // namespace handoff::store
