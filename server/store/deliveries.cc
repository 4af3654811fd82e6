#include "store/deliveries.h"

#include "store/columns.h"

namespace handoff::store {
namespace {

const std::string kSelect =
    "SELECT number, id, ifnull(conversation_id, ''), ifnull(agent_id, ''), channel, target, type, "
    "seq, handoff_id, due_at, created_at, state, attempts, said, ended_at FROM deliveries ";

Delivery row_of(SQLite::Statement& found) {
  return {.number = found.getColumn(0).getInt64(),
          .id = found.getColumn(1).getString(),
          .conversation_id = found.getColumn(2).getString(),
          .agent_id = found.getColumn(3).getString(),
          .channel = found.getColumn(4).getString(),
          .target = found.getColumn(5).getString(),
          .type = found.getColumn(6).getString(),
          .seq = found.getColumn(7).getInt64(),
          .handoff_id = found.getColumn(8).getString(),
          .due_at = instant_of(found.getColumn(9)),
          .created_at = instant_of(found.getColumn(10)),
          .state = found.getColumn(11).getString(),
          .attempts = found.getColumn(12).getInt(),
          .said = found.getColumn(13).getString(),
          .ended_at = optional_instant_of(found.getColumn(14))};
}

std::vector<Delivery> rows_of(SQLite::Statement& found) {
  std::vector<Delivery> out;
  while (found.executeStep()) out.push_back(row_of(found));
  return out;
}

}  // namespace

void add_delivery(Connection& tx, const NewDelivery& delivery) {
  auto insert = tx.prepare(
      "INSERT INTO deliveries (site, conversation_id, agent_id, channel, target, type, seq, "
      "handoff_id, due_at, created_at) VALUES (?, nullif(?, ''), nullif(?, ''), ?, ?, ?, ?, ?, ?, "
      "?)");
  insert->bind(1, delivery.site);
  insert->bind(2, delivery.conversation_id);
  insert->bind(3, delivery.agent_id);
  insert->bind(4, delivery.channel);
  insert->bind(5, delivery.target);
  insert->bind(6, delivery.type);
  insert->bind(7, delivery.seq);
  insert->bind(8, delivery.handoff_id);
  insert->bind(9, column_of(delivery.due_at));
  insert->bind(10, column_of(delivery.now));
  insert->exec();
}

void take_back_deliveries(Connection& tx, const std::string& conversation_id) {
  take_back_deliveries(tx, conversation_id, "");
}

void take_back_deliveries(Connection& tx, const std::string& conversation_id,
                          const std::string& type) {
  auto remove = tx.prepare(
      "DELETE FROM deliveries WHERE conversation_id = ?1 AND state = 'pending' "
      "AND handoff_id <> '' AND (?2 = '' OR type = ?2)");
  remove->bind(1, conversation_id);
  remove->bind(2, type);
  remove->exec();
}

std::vector<Delivery> due_deliveries(Connection& connection, Instant now, int limit) {
  auto find = connection.prepare(
      kSelect + "WHERE state = 'pending' AND due_at <= ? ORDER BY due_at, number LIMIT ?");
  find->bind(1, column_of(now));
  find->bind(2, limit);
  return rows_of(*find);
}

std::vector<Delivery> due_deliveries_to(Connection& connection, const std::string& channel,
                                        const std::string& target, Instant now) {
  auto find = connection.prepare(kSelect +
                                 "WHERE channel = ? AND target = ? AND state = 'pending' "
                                 "AND due_at <= ? ORDER BY due_at, number");
  find->bind(1, channel);
  find->bind(2, target);
  find->bind(3, column_of(now));
  return rows_of(*find);
}

Told told_since(Connection& connection, const std::string& channel, const std::string& target,
                Instant since) {
  auto find = connection.prepare(
      "SELECT count(*), max(ended_at) FROM deliveries WHERE channel = ? AND target = ? "
      "AND state = 'done' AND ended_at > ?");
  find->bind(1, channel);
  find->bind(2, target);
  find->bind(3, column_of(since));
  find->executeStep();
  return {find->getColumn(0).getInt(), optional_instant_of(find->getColumn(1))};
}

bool was_planned(Connection& connection, const std::string& channel, const std::string& target,
                 const std::string& type, Instant since) {
  auto find = connection.prepare(
      "SELECT 1 FROM deliveries WHERE channel = ? AND target = ? AND type = ? AND created_at > ? "
      "LIMIT 1");
  find->bind(1, channel);
  find->bind(2, target);
  find->bind(3, type);
  find->bind(4, column_of(since));
  return find->executeStep();
}

bool is_pending(Connection& connection, const std::string& id) {
  auto find = connection.prepare("SELECT 1 FROM deliveries WHERE id = ? AND state = 'pending'");
  find->bind(1, id);
  return find->executeStep();
}

void complete_delivery(Connection& tx, const std::string& id, Instant now, const std::string& said,
                       const std::string& remote_id) {
  auto update = tx.prepare(
      "UPDATE deliveries SET state = 'done', attempts = attempts + 1, ended_at = ?, said = ?, "
      "remote_id = nullif(?, '') WHERE id = ?");
  update->bind(1, column_of(now));
  update->bind(2, said);
  update->bind(3, remote_id);
  update->bind(4, id);
  update->exec();
}

void put_off_delivery(Connection& tx, const std::string& id, const Postponement& postponement) {
  auto update = tx.prepare(
      "UPDATE deliveries SET attempts = attempts + 1, due_at = ?1, said = ?2, "
      "state = CASE WHEN attempts + 1 >= ?3 THEN 'dead' ELSE 'pending' END, "
      "ended_at = CASE WHEN attempts + 1 >= ?3 THEN ?4 END WHERE id = ?5");
  update->bind(1, column_of(postponement.due_at));
  update->bind(2, postponement.said);
  update->bind(3, postponement.most_attempts);
  update->bind(4, column_of(postponement.now));
  update->bind(5, id);
  update->exec();
}

void hold_delivery(Connection& tx, const std::string& id, Instant due_at) {
  auto update = tx.prepare("UPDATE deliveries SET due_at = ? WHERE id = ?");
  update->bind(1, column_of(due_at));
  update->bind(2, id);
  update->exec();
}

void bury_delivery(Connection& tx, const std::string& id, Instant now, const std::string& said) {
  auto update = tx.prepare(
      "UPDATE deliveries SET state = 'dead', attempts = attempts + 1, ended_at = ?, said = ? "
      "WHERE id = ?");
  update->bind(1, column_of(now));
  update->bind(2, said);
  update->bind(3, id);
  update->exec();
}

void drop_delivery(Connection& tx, const std::string& id) {
  auto remove = tx.prepare("DELETE FROM deliveries WHERE id = ?");
  remove->bind(1, id);
  remove->exec();
}

std::vector<Delivery> deliveries(Connection& connection, const std::string& site,
                                 const std::string& state, int limit) {
  auto find = connection.prepare(kSelect +
                                 "WHERE site = ?1 AND (?2 = '' OR state = ?2) "
                                 "ORDER BY number DESC LIMIT ?3");
  find->bind(1, site);
  find->bind(2, state);
  find->bind(3, limit);
  return rows_of(*find);
}

std::optional<Delivery> find_delivery(Connection& connection, const std::string& site,
                                      const std::string& id) {
  auto find = connection.prepare(kSelect + "WHERE site = ?1 AND (id = ?2 OR remote_id = ?2)");
  find->bind(1, site);
  find->bind(2, id);
  if (!find->executeStep()) return std::nullopt;
  return row_of(*find);
}

bool replay_delivery(Connection& tx, const std::string& id, Instant now) {
  auto update = tx.prepare(
      "UPDATE deliveries SET state = 'pending', attempts = 0, due_at = ?, ended_at = NULL "
      "WHERE id = ? AND state = 'dead'");
  update->bind(1, column_of(now));
  update->bind(2, id);
  return update->exec() > 0;
}

void report_delivery(Connection& tx, const std::string& id, const std::string& said, bool failed) {
  auto update = tx.prepare(
      "UPDATE deliveries SET said = ?, state = CASE WHEN ? THEN 'dead' ELSE state END "
      "WHERE id = ? AND state = 'done'");
  update->bind(1, said);
  update->bind(2, failed ? 1 : 0);
  update->bind(3, id);
  update->exec();
}

bool was_told(Connection& connection, const std::string& conversation_id,
              const std::string& channel, const std::string& target) {
  auto find = connection.prepare(
      "SELECT 1 FROM deliveries WHERE conversation_id = ? AND channel = ? AND target = ? "
      "AND state = 'done' LIMIT 1");
  find->bind(1, conversation_id);
  find->bind(2, channel);
  find->bind(3, target);
  return find->executeStep();
}

void forget_deliveries(Connection& tx, Instant done_before, Instant dead_before) {
  auto remove = tx.prepare(
      "DELETE FROM deliveries WHERE (state = 'done' AND ended_at < ?) "
      "OR (state = 'dead' AND ended_at < ?)");
  remove->bind(1, column_of(done_before));
  remove->bind(2, column_of(dead_before));
  remove->exec();
}

void open_whatsapp_window(Connection& tx, const std::string& recipient, Instant at) {
  auto upsert = tx.prepare(
      "INSERT INTO whatsapp_windows (recipient, opened_at) VALUES (?, ?) ON CONFLICT (recipient) "
      "DO UPDATE SET opened_at = max(opened_at, excluded.opened_at)");
  upsert->bind(1, recipient);
  upsert->bind(2, column_of(at));
  upsert->exec();
}

bool whatsapp_window_open(Connection& connection, const std::string& recipient, Instant since) {
  auto find =
      connection.prepare("SELECT 1 FROM whatsapp_windows WHERE recipient = ? AND opened_at > ?");
  find->bind(1, recipient);
  find->bind(2, column_of(since));
  return find->executeStep();
}

}  // namespace handoff::store
