#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handoff/availability.h"
#include "store/connection.h"

/// How agents want to be told. As in conversations.h, the functions throw SQLite::Exception.
namespace handoff::store {

struct NotificationPreferences {
  bool email = false;     ///< at the address they sign in with
  bool whatsapp = false;  ///< at `phone`
  std::string phone = {};
  /// Of the site's day; may run past midnight.
  std::optional<DayInterval> quiet_hours = std::nullopt;
};

/// An agent who may be told, and how.
struct AgentWishes {
  std::string agent_id;
  std::string email;
  NotificationPreferences preferences;
};

/// Of every agent who is not disabled, by name.
std::vector<AgentWishes> team_wishes(Connection& connection, const std::string& site);

/// The defaults for an agent who has chosen nothing.
NotificationPreferences find_preferences(Connection& connection, const std::string& agent_id);
void save_preferences(Connection& tx, const std::string& agent_id,
                      const NotificationPreferences& preferences);

}  // namespace handoff::store
