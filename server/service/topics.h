#pragma once

#include <string>

/// Names in the live hub. Visitors and agents see different events, so a conversation has a topic
/// for each.
namespace handoff::topics {

inline std::string for_visitor(const std::string& conversation_id) {
  return "conversation/" + conversation_id + "/visitor";
}
inline std::string for_agents(const std::string& conversation_id) {
  return "conversation/" + conversation_id + "/agents";
}
inline std::string inbox(const std::string& site) { return "inbox/" + site; }

/// Whose streams are counted, and closed together. An agent's inbox streams stand apart: they are
/// its presence.
inline std::string visitor_principal(const std::string& conversation_id) {
  return "visitor/" + conversation_id;
}
inline std::string agent_principal(const std::string& agent_id) { return "agent/" + agent_id; }
inline std::string agent_inbox_principal(const std::string& agent_id) {
  return "agent-inbox/" + agent_id;
}

}  // namespace handoff::topics
