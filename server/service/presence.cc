#include "service/presence.h"

namespace handoff {

std::string_view to_string(PresenceStatus status) {
  if (status == PresenceStatus::kOnline) return "online";
  return status == PresenceStatus::kAway ? "away" : "offline";
}

PresenceStatus presence_from(std::string_view name) {
  if (name == "online") return PresenceStatus::kOnline;
  return name == "away" ? PresenceStatus::kAway : PresenceStatus::kOffline;
}

Presence::Presence(const Clock& clock, OpenStreams open_streams)
    : clock_(clock), open_streams_(std::move(open_streams)) {}

void Presence::seen(const std::string& agent_id, const std::string& name, PresenceStatus chosen) {
  const std::lock_guard lock(mutex_);
  agents_[agent_id] = {name, chosen, clock_.now()};
}

void Presence::choose(const std::string& agent_id, PresenceStatus chosen) {
  const std::lock_guard lock(mutex_);
  agents_[agent_id].chosen = chosen;
}

void Presence::sign_out(const std::string& agent_id) {
  const std::lock_guard lock(mutex_);
  const auto agent = agents_.find(agent_id);
  if (agent != agents_.end()) agent->second.last_seen = Instant{};
}

bool Presence::connected(const std::string& agent_id, const Agent& agent) const {
  const Instant now = clock_.now();
  // An open stream is a sign of life at this very moment; what it leaves behind is the time of the
  // last look.
  if (agent.last_seen != Instant{} && open_streams_(agent_id) > 0)
    agents_[agent_id].last_seen = now;
  return now - agent.last_seen < kPresenceGrace;
}

bool Presence::connected(const std::string& agent_id) const {
  const std::lock_guard lock(mutex_);
  const auto agent = agents_.find(agent_id);
  return agent != agents_.end() && connected(agent_id, agent->second);
}

bool Presence::online(const std::string& agent_id) const {
  const std::lock_guard lock(mutex_);
  const auto agent = agents_.find(agent_id);
  return agent != agents_.end() && status(agent_id, agent->second) == PresenceStatus::kOnline;
}

Seconds Presence::gone_for(const std::string& agent_id) const {
  const std::lock_guard lock(mutex_);
  const auto agent = agents_.find(agent_id);
  if (agent == agents_.end()) return Seconds::max();
  if (agent->second.last_seen != Instant{} && open_streams_(agent_id) > 0) return Seconds{0};
  return std::chrono::duration_cast<Seconds>(clock_.now() - agent->second.last_seen);
}

PresenceStatus Presence::status(const std::string& agent_id, const Agent& agent) const {
  return connected(agent_id, agent) ? agent.chosen : PresenceStatus::kOffline;
}

int Presence::online_count() const {
  const std::lock_guard lock(mutex_);
  int count = 0;
  for (const auto& [id, agent] : agents_)
    count += status(id, agent) == PresenceStatus::kOnline ? 1 : 0;
  return count;
}

std::vector<AgentPresence> Presence::list() const {
  const std::lock_guard lock(mutex_);
  std::vector<AgentPresence> out;
  for (const auto& [id, agent] : agents_) out.push_back({id, agent.name, status(id, agent)});
  return out;
}

}  // namespace handoff
