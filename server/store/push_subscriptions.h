#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handoff/time.h"
#include "store/connection.h"

/// Browsers of agents that want notifications. As in conversations.h, the functions throw
/// SQLite::Exception.
namespace handoff::store {

struct PushSubscriptionRow {
  std::string id;
  std::string agent_id;
  std::string endpoint;  ///< a secret: who has it can send to it
  std::string p256dh;
  std::string auth;
  Instant created_at = {};
};

/// One browser is one endpoint: whoever signed in there last has it. An agent keeps the newest
/// `most`.
void save_push_subscription(Connection& tx, const PushSubscriptionRow& row, int most);
std::optional<PushSubscriptionRow> find_push_subscription(Connection& connection,
                                                          const std::string& id);
/// Those of agents who are not disabled; of `agent_id` alone where it is not empty.
std::vector<PushSubscriptionRow> push_subscriptions(Connection& connection, const std::string& site,
                                                    const std::string& agent_id = "");
void delete_push_subscription(Connection& tx, const std::string& id);
void delete_push_endpoint(Connection& tx, const std::string& agent_id, const std::string& endpoint);
void delete_push_subscriptions_of(Connection& tx, const std::string& agent_id);

}  // namespace handoff::store
