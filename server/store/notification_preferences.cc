#include "store/notification_preferences.h"

namespace handoff::store {
namespace {

/// Of the columns email, whatsapp, phone, quiet_start and quiet_end, the first of them at `first`.
NotificationPreferences preferences_of(SQLite::Statement& row, int first) {
  NotificationPreferences out{.email = row.getColumn(first).getInt() != 0,
                              .whatsapp = row.getColumn(first + 1).getInt() != 0,
                              .phone = row.getColumn(first + 2).getString()};
  if (!row.getColumn(first + 3).isNull())
    out.quiet_hours =
        DayInterval{row.getColumn(first + 3).getInt(), row.getColumn(first + 4).getInt()};
  return out;
}

}  // namespace

std::vector<AgentWishes> team_wishes(Connection& connection, const std::string& site) {
  auto find = connection.prepare(
      "SELECT a.id, a.email, ifnull(p.email, 0), ifnull(p.whatsapp, 0), ifnull(p.phone, ''), "
      "p.quiet_start, p.quiet_end FROM agents a LEFT JOIN notification_preferences p "
      "ON p.agent_id = a.id WHERE a.site = ? AND a.disabled = 0 ORDER BY a.name, a.id");
  find->bind(1, site);
  std::vector<AgentWishes> out;
  while (find->executeStep())
    out.push_back(
        {find->getColumn(0).getString(), find->getColumn(1).getString(), preferences_of(*find, 2)});
  return out;
}

NotificationPreferences find_preferences(Connection& connection, const std::string& agent_id) {
  auto find = connection.prepare(
      "SELECT email, whatsapp, phone, quiet_start, quiet_end FROM notification_preferences "
      "WHERE agent_id = ?");
  find->bind(1, agent_id);
  if (!find->executeStep()) return {};
  return preferences_of(*find, 0);
}

void save_preferences(Connection& tx, const std::string& agent_id,
                      const NotificationPreferences& preferences) {
  auto upsert = tx.prepare(
      "INSERT OR REPLACE INTO notification_preferences (agent_id, email, whatsapp, phone, "
      "quiet_start, quiet_end) VALUES (?, ?, ?, ?, ?, ?)");
  upsert->bind(1, agent_id);
  upsert->bind(2, preferences.email ? 1 : 0);
  upsert->bind(3, preferences.whatsapp ? 1 : 0);
  upsert->bind(4, preferences.phone);
  if (preferences.quiet_hours) {
    upsert->bind(5, preferences.quiet_hours->start);
    upsert->bind(6, preferences.quiet_hours->end);
  } else {
    upsert->bind(5);
    upsert->bind(6);
  }
  upsert->exec();
}

}  // namespace handoff::store
