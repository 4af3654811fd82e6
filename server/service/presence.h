#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "handoff/time.h"
#include "time/clock.h"

/// Who of the team is there. In memory: after a restart agents are there again with their next
/// request.
namespace handoff {

enum class PresenceStatus { kOnline, kAway, kOffline };

std::string_view to_string(PresenceStatus status);
PresenceStatus presence_from(std::string_view name);

struct AgentPresence {
  std::string id;
  std::string name;
  PresenceStatus status = PresenceStatus::kOffline;  ///< what others see
};

/// An agent is connected while an inbox stream is open or a request came within 90 seconds, and
/// online while connected and not set to `away` or `offline`. Thread-safe.
class Presence {
 public:
  /// `open_streams` answers how many streams an agent holds now; it is called without locks of
  /// ours.
  using OpenStreams = std::function<std::size_t(const std::string& agent_id)>;

  Presence(const Clock& clock, OpenStreams open_streams);

  /// A request of this agent came in.
  void seen(const std::string& agent_id, const std::string& name, PresenceStatus chosen);
  void choose(const std::string& agent_id, PresenceStatus chosen);
  void sign_out(const std::string& agent_id);

  bool connected(const std::string& agent_id) const;
  bool online(const std::string& agent_id) const;
  /// How long the agent has been gone; zero while connected.
  Seconds gone_for(const std::string& agent_id) const;
  int online_count() const;
  std::vector<AgentPresence> list() const;

 private:
  struct Agent {
    std::string name;
    PresenceStatus chosen = PresenceStatus::kOnline;
    Instant last_seen;
  };

  bool connected(const std::string& agent_id, const Agent& agent) const;
  PresenceStatus status(const std::string& agent_id, const Agent& agent) const;

  const Clock& clock_;
  const OpenStreams open_streams_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, Agent> agents_;
};

inline constexpr Seconds kPresenceGrace{90};

}  // namespace handoff
