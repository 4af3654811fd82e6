#pragma once

#include <string>
#include <vector>

#include "service/site.h"
#include "store/connection.h"

namespace handoff {

/// Whom a channel reaches.
struct Recipient {
  std::string target;    ///< as in `store::Delivery`
  std::string agent_id;  ///< empty: the team as a whole, or a program
};

/// The site's own recipients, then the agents who want this channel; nobody twice. Empty where the
/// channel is not set up.
std::vector<Recipient> recipients_of(Connection& connection, const Site& site, Channel channel);

/// The channels of all steps of the ladder, each once.
std::vector<Channel> ladder_channels(const Site& site);

}  // namespace handoff
