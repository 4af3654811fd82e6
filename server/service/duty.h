#pragma once

#include <string>

#include "service/presence.h"
#include "service/site.h"
#include "store/connection.h"

namespace handoff {

/// Whether an agent is left in peace now. Whoever is on duty and has no quiet hours is told. Agents
/// off duty are told only when nobody is on duty; agents in their quiet hours only when nobody else
/// could be told at all: no handoff that nobody was told about.
bool is_spared(Connection& connection, const Site& site, const Presence& presence,
               const std::string& agent_id, Instant now);

}  // namespace handoff
