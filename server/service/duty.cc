#include "service/duty.h"

#include <algorithm>
#include <vector>

#include "service/recipients.h"
#include "store/notification_preferences.h"

namespace handoff {
namespace {

struct Teammate {
  std::string id;
  bool on_duty = false;
  bool quiet = false;

  bool at_hand() const { return on_duty && !quiet; }
};

bool holds(const DayInterval& hours, int minute) {
  if (hours.start < hours.end) return minute >= hours.start && minute < hours.end;
  return minute >= hours.start || minute < hours.end;
}

std::vector<Teammate> team_of(Connection& connection, const Site& site, const Presence& presence,
                              Instant now) {
  const int minute = to_local(site.zone, now).minute;
  std::vector<Teammate> out;
  for (const auto& agent : store::team_wishes(connection, site.settings.site.id)) {
    const auto& hours = agent.preferences.quiet_hours;
    out.push_back(
        {agent.agent_id, presence.online(agent.agent_id), hours && holds(*hours, minute)});
  }
  return out;
}

/// Somebody whom the ladder reaches whatever the hour, or an agent who is not `agent_id` and has no
/// quiet hours now.
bool reaches_somebody_else(Connection& connection, const Site& site,
                           const std::vector<Teammate>& team, const std::string& agent_id) {
  for (const auto channel : ladder_channels(site)) {
    for (const auto& recipient : recipients_of(connection, site, channel)) {
      if (recipient.agent_id == agent_id) continue;
      const auto mate = std::find_if(team.begin(), team.end(), [&](const Teammate& each) {
        return each.id == recipient.agent_id;
      });
      if (mate == team.end() || !mate->quiet) return true;
    }
  }
  return false;
}

}  // namespace

bool is_spared(Connection& connection, const Site& site, const Presence& presence,
               const std::string& agent_id, Instant now) {
  const auto team = team_of(connection, site, presence, now);
  const auto self = std::find_if(team.begin(), team.end(),
                                 [&](const Teammate& mate) { return mate.id == agent_id; });
  if (self == team.end()) return true;
  if (self->at_hand()) return false;
  const bool somebody =
      std::any_of(team.begin(), team.end(), [](const Teammate& mate) { return mate.at_hand(); });
  if (somebody) return true;
  return self->quiet && reaches_somebody_else(connection, site, team, agent_id);
}

}  // namespace handoff
