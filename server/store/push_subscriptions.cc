#include "store/push_subscriptions.h"

#include "store/columns.h"

namespace handoff::store {
namespace {

PushSubscriptionRow row_of(SQLite::Statement& found) {
  return {.id = found.getColumn(0).getString(),
          .agent_id = found.getColumn(1).getString(),
          .endpoint = found.getColumn(2).getString(),
          .p256dh = found.getColumn(3).getString(),
          .auth = found.getColumn(4).getString(),
          .created_at = instant_of(found.getColumn(5))};
}

}  // namespace

void save_push_subscription(Connection& tx, const PushSubscriptionRow& row, int most) {
  auto upsert = tx.prepare(
      "INSERT INTO push_subscriptions (id, agent_id, endpoint, p256dh, auth, created_at) "
      "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (endpoint) DO UPDATE SET "
      "agent_id = excluded.agent_id, p256dh = excluded.p256dh, auth = excluded.auth, "
      "created_at = excluded.created_at");
  upsert->bind(1, row.id);
  upsert->bind(2, row.agent_id);
  upsert->bind(3, row.endpoint);
  upsert->bind(4, row.p256dh);
  upsert->bind(5, row.auth);
  upsert->bind(6, column_of(row.created_at));
  upsert->exec();
  auto trim = tx.prepare(
      "DELETE FROM push_subscriptions WHERE agent_id = ?1 AND id NOT IN (SELECT id FROM "
      "push_subscriptions WHERE agent_id = ?1 ORDER BY created_at DESC, rowid DESC LIMIT ?2)");
  trim->bind(1, row.agent_id);
  trim->bind(2, most);
  trim->exec();
}

std::optional<PushSubscriptionRow> find_push_subscription(Connection& connection,
                                                          const std::string& id) {
  auto find = connection.prepare(
      "SELECT id, agent_id, endpoint, p256dh, auth, created_at FROM push_subscriptions "
      "WHERE id = ?");
  find->bind(1, id);
  if (!find->executeStep()) return std::nullopt;
  return row_of(*find);
}

std::vector<PushSubscriptionRow> push_subscriptions(Connection& connection, const std::string& site,
                                                    const std::string& agent_id) {
  auto find = connection.prepare(
      "SELECT p.id, p.agent_id, p.endpoint, p.p256dh, p.auth, p.created_at "
      "FROM push_subscriptions p JOIN agents a ON a.id = p.agent_id "
      "WHERE a.site = ?1 AND a.disabled = 0 AND (?2 = '' OR a.id = ?2) "
      "ORDER BY p.created_at, p.id");
  find->bind(1, site);
  find->bind(2, agent_id);
  std::vector<PushSubscriptionRow> out;
  while (find->executeStep()) out.push_back(row_of(*find));
  return out;
}

void delete_push_subscription(Connection& tx, const std::string& id) {
  auto remove = tx.prepare("DELETE FROM push_subscriptions WHERE id = ?");
  remove->bind(1, id);
  remove->exec();
}

void delete_push_endpoint(Connection& tx, const std::string& agent_id,
                          const std::string& endpoint) {
  auto remove = tx.prepare("DELETE FROM push_subscriptions WHERE agent_id = ? AND endpoint = ?");
  remove->bind(1, agent_id);
  remove->bind(2, endpoint);
  remove->exec();
}

void delete_push_subscriptions_of(Connection& tx, const std::string& agent_id) {
  auto remove = tx.prepare("DELETE FROM push_subscriptions WHERE agent_id = ?");
  remove->bind(1, agent_id);
  remove->exec();
}

}  // namespace handoff::store
