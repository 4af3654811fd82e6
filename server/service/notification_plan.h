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

/// How a delivery names a webhook: by its address, secret and format, without showing them. Its
/// place in the list and its events may change.
std::string webhook_key(const WebhookSettings& webhook);
/// The webhook that was named so. With another secret or format it is still found where no other
/// has its address; null: it is gone.
const WebhookSettings* webhook_of_key(const NotificationSettings& notifications,
                                      const std::string& key);
/// Whom the ladder's webhook step calls: those that ask for `handoff.alert`; when none does, all.
std::vector<const WebhookSettings*> alerted_webhooks(const NotificationSettings& notifications);

/// Webhooks that name this type in `events`.
std::vector<const WebhookSettings*> subscribed_webhooks(const NotificationSettings& notifications,
                                                        std::string_view type);

/// False: the team is told by the dashboard alone.
bool tells_anybody(const NotificationSettings& notifications);

/// A request plans the ladder, and so does an agent who is lost; a promise plans the warning before
/// its deadline; whatever ends the wait takes back what is left of both. A promise that is broken
/// is told once. Each event goes to the webhooks that subscribe to it, once. `events` led from
/// `before` to `after`.
struct Planned {
  int deliveries = 0;
  bool untold = false;  ///< a person is wanted, and nobody outside will hear of it
};
Planned plan_notifications(Connection& tx, const Site& site, const Conversation& before,
                           const Conversation& after, const std::vector<Event>& events);

/// The team is back at `now`: the people of the ladder get the open promises, if there are any, but
/// not twice within two hours; with `tell_programs` the webhooks that subscribe hear of it. Answers
/// how many deliveries were planned.
int plan_team_back(Connection& tx, const Site& site, Instant now, bool tell_programs);

/// How many requests for a person this program has seen that nobody was told of: neither outside
/// nor in an open dashboard. Should stay zero. Thread-safe.
std::atomic<std::uint64_t>& untold_handoffs();

}  // namespace handoff
