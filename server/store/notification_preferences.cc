#include "store/notification_preferences.h"

namespace handoff::store {

NotificationPreferences find_preferences(Connection& connection, const std::string& agent_id) {
  auto find = connection.prepare(
      "SELECT email, whatsapp, phone, quiet_start, quiet_end FROM notification_preferences "
      "WHERE agent_id = ?");
  find->bind(1, agent_id);
  NotificationPreferences out;
  if (!find->executeStep()) return out;
  out.email = find->getColumn(0).getInt() != 0;
  out.whatsapp = find->getColumn(1).getInt() != 0;
  out.phone = find->getColumn(2).getString();
  if (!find->getColumn(3).isNull())
    out.quiet_hours = DayInterval{find->getColumn(3).getInt(), find->getColumn(4).getInt()};
  return out;
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
