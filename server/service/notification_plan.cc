#include "service/notification_plan.h"

#include <algorithm>

#include "service/secrets.h"
#include "store/deliveries.h"
#include "store/push_subscriptions.h"

namespace handoff {
namespace {

constexpr Channel kChannels[] = {Channel::kPush, Channel::kWebhook, Channel::kEmail,
                                 Channel::kWhatsapp};

std::string hex(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

bool asks_for(const WebhookSettings& webhook, std::string_view type) {
  return std::find(webhook.events.begin(), webhook.events.end(), type) != webhook.events.end();
}

/// Somebody has taken it, or nobody waits any more.
bool ends_wait(const Payload& payload) {
  return std::holds_alternative<TakenOver>(payload) ||
         std::holds_alternative<HandoffCancelled>(payload) ||
         std::holds_alternative<ConversationClosed>(payload) ||
         std::holds_alternative<ReturnedToAi>(payload);
}

class Planner {
 public:
  Planner(Connection& tx, const Site& site, const Conversation& after)
      : tx_(tx), site_(site), after_(after) {}

  void plan(const Event& event) {
    if (ends_wait(event.payload)) store::cancel_ladder(tx_, after_.id);
    const int before = planned_.deliveries;
    const auto* requested = std::get_if<HandoffRequested>(&event.payload);
    if (requested) plan_ladder(event, requested->handoff_id);
    plan_subscriptions(event);
    if (requested && planned_.deliveries == before) planned_.untold = true;
  }

  const Planned& planned() const { return planned_; }

 private:
  void plan_ladder(const Event& event, const std::string& handoff_id) {
    for (const auto& step : site_.settings.notifications.ladder) {
      for (const auto channel : step.channels) {
        for (const auto& target : targets_of(tx_, site_, channel)) {
          add(event, channel, target, store::kAlert, handoff_id,
              event.at + Seconds(step.after_seconds));
        }
      }
    }
  }

  void plan_subscriptions(const Event& event) {
    const std::string type(type_name(event.payload));
    for (const auto& webhook : site_.settings.notifications.webhooks) {
      if (asks_for(webhook, type))
        add(event, Channel::kWebhook, webhook_key(webhook), type, "", event.at);
    }
  }

  void add(const Event& event, Channel channel, const std::string& target, const std::string& type,
           const std::string& handoff_id, Instant due_at) {
    store::add_delivery(tx_, {.conversation_id = after_.id,
                              .channel = std::string(channel_name(channel)),
                              .target = target,
                              .type = type,
                              .seq = event.seq,
                              .handoff_id = handoff_id,
                              .now = event.at,
                              .due_at = due_at});
    ++planned_.deliveries;
  }

  Connection& tx_;
  const Site& site_;
  const Conversation& after_;
  Planned planned_ = {};
};

}  // namespace

std::string_view channel_name(Channel channel) {
  if (channel == Channel::kPush) return "push";
  if (channel == Channel::kWebhook) return "webhook";
  return channel == Channel::kEmail ? "email" : "whatsapp";
}

std::optional<Channel> channel_from(std::string_view name) {
  for (const auto channel : kChannels) {
    if (channel_name(channel) == name) return channel;
  }
  return std::nullopt;
}

std::string webhook_key(const WebhookSettings& webhook) {
  return "w_" + hex(hash_token(webhook.url).substr(0, 12));
}

const WebhookSettings* webhook_of_key(const NotificationSettings& notifications,
                                      const std::string& key) {
  for (const auto& webhook : notifications.webhooks) {
    if (webhook_key(webhook) == key) return &webhook;
  }
  return nullptr;
}

std::vector<const WebhookSettings*> alerted_webhooks(const NotificationSettings& notifications) {
  std::vector<const WebhookSettings*> all, asking;
  for (const auto& webhook : notifications.webhooks) {
    all.push_back(&webhook);
    if (asks_for(webhook, store::kAlert)) asking.push_back(&webhook);
  }
  return asking.empty() ? all : asking;
}

bool tells_anybody(const NotificationSettings& notifications) {
  return notifications.push_subject || notifications.whatsapp || !notifications.webhooks.empty();
}

std::vector<std::string> targets_of(Connection& connection, const Site& site, Channel channel) {
  const NotificationSettings& notifications = site.settings.notifications;
  std::vector<std::string> out;
  if (channel == Channel::kWhatsapp && notifications.whatsapp) return notifications.whatsapp->to;
  if (channel == Channel::kWebhook) {
    for (const auto* webhook : alerted_webhooks(notifications))
      out.push_back(webhook_key(*webhook));
  }
  if (channel == Channel::kPush && notifications.push_subject) {
    for (const auto& row : store::push_subscriptions(connection, site.settings.site.id))
      out.push_back(row.id);
  }
  return out;
}

Planned plan_notifications(Connection& tx, const Site& site, const Conversation& after,
                           const std::vector<Event>& events) {
  Planner planner(tx, site, after);
  for (const auto& event : events) planner.plan(event);
  return planner.planned();
}

std::atomic<std::uint64_t>& untold_handoffs() {
  static std::atomic<std::uint64_t> count{0};
  return count;
}

}  // namespace handoff
