#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handoff/conversation.h"
#include "handoff/event.h"
#include "service/site.h"
#include "store/connection.h"

/// Who is told what, decided in the transaction of the events.
namespace handoff {

/// `push`, `webhook`, `email`, `whatsapp`.
std::string_view channel_name(Channel channel);
std::optional<Channel> channel_from(std::string_view name);

/// How a delivery names a webhook: by its address, without showing it.
std::string webhook_key(const WebhookSettings& webhook);
const WebhookSettings* webhook_of_key(const NotificationSettings& notifications,
                                      const std::string& key);
/// Whom the ladder's webhook step calls: those that ask for `handoff.alert`; when none does, all.
std::vector<const WebhookSettings*> alerted_webhooks(const NotificationSettings& notifications);

/// False: the team is told by the dashboard alone.
bool tells_anybody(const NotificationSettings& notifications);

/// Whom a channel reaches; push: the subscriptions of agents, as they stand in the store. E-mail
/// reaches nobody: this version sends none.
std::vector<std::string> targets_of(Connection& connection, const Site& site, Channel channel);

/// A request plans the ladder, whatever ends the wait takes back what is left of it, and each event
/// goes to the webhooks that subscribe to it, once. `events` led to `after`.
struct Planned {
  int deliveries = 0;
  bool untold = false;  ///< a person was asked for, and nobody outside will hear of it
};
Planned plan_notifications(Connection& tx, const Site& site, const Conversation& after,
                           const std::vector<Event>& events);

/// How many requests for a person this program has seen that nobody was told of: neither outside
/// nor in an open dashboard. Should stay zero. Thread-safe.
std::atomic<std::uint64_t>& untold_handoffs();

}  // namespace handoff
