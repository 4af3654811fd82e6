#include "service/notification_plan.h"

#include <algorithm>

#include "service/promise_warning.h"
#include "service/recipients.h"
#include "service/secrets.h"
#include "store/deliveries.h"
#include "store/handoffs.h"

namespace handoff {
namespace {

constexpr Channel kChannels[] = {Channel::kPush, Channel::kWebhook, Channel::kEmail,
                                 Channel::kWhatsapp};

constexpr std::chrono::hours kBetweenDigests{2};

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

std::string address_key(const WebhookSettings& webhook) {
  return "w_" + hex(hash_token(webhook.url).substr(0, 12));
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

/// A person is wanted from now on, or again.
bool begins_wait(const Payload& payload) {
  return std::holds_alternative<HandoffRequested>(payload) ||
         std::holds_alternative<AgentLost>(payload);
}

bool is_broken(const Conversation& conversation, const std::string& handoff_id) {
  const Promise* promise = conversation.promise();
  return promise && promise->state == Promise::State::kBroken &&
         conversation.handoff()->id == handoff_id;
}

class Planner {
 public:
  Planner(Connection& tx, const Site& site, const Conversation& before, const Conversation& after)
      : tx_(tx),
        site_(site),
        before_(before),
        after_(after),
        handoff_id_(after.handoff() ? after.handoff()->id : "") {}

  void plan(const Event& event) {
    const bool begins = begins_wait(event.payload);
    if (begins || ends_wait(event.payload)) store::take_back_deliveries(tx_, after_.id);
    const int earlier = planned_.deliveries;
    if (begins) plan_ladder(event);
    if (const auto* promised = std::get_if<CallbackWasPromised>(&event.payload))
      plan_warning(event, promised->due_at);
    plan_subscriptions(event, std::string(type_name(event.payload)), "", event.at);
    if (begins && planned_.deliveries == earlier) planned_.untold = true;
  }

  /// REQUIRES: `last` is the newest event.
  void plan_broken_promise(const Event& last) {
    if (!is_broken(after_, handoff_id_) || is_broken(before_, handoff_id_)) return;
    // Whoever has taken it over sees how late it is.
    if (std::holds_alternative<CallbackPromised>(after_.state))
      tell_people(last, store::kPromiseBroken, last.at);
    plan_subscriptions(last, store::kPromiseBroken, "", last.at);
  }

  const Planned& planned() const { return planned_; }

 private:
  void plan_ladder(const Event& event) {
    for (const auto& step : site_.settings.notifications.ladder) {
      for (const auto channel : step.channels) {
        for (const auto& recipient : recipients_of(tx_, site_, channel))
          add(event, channel, recipient, store::kAlert, handoff_id_,
              event.at + Seconds(step.after_seconds));
      }
    }
  }

  /// A deadline that was missed already needs no warning; one that is repeated has its own.
  void plan_warning(const Event& event, Instant due_at) {
    const Promise* earlier = before_.promise();
    const bool repeated = earlier && std::holds_alternative<CallbackPromised>(before_.state) &&
                          before_.handoff()->id == handoff_id_ && earlier->due_at == due_at;
    if (repeated || is_broken(after_, handoff_id_)) return;
    store::take_back_deliveries(tx_, after_.id, store::kPromiseDue);
    const Instant at = warning_time(site_, event.at, due_at);
    tell_people(event, store::kPromiseDue, at);
    plan_subscriptions(event, store::kPromiseDue, handoff_id_, at);
  }

  void tell_people(const Event& event, const std::string& type, Instant due_at) {
    for (const auto channel : ladder_channels(site_)) {
      if (channel == Channel::kWebhook) continue;
      for (const auto& recipient : recipients_of(tx_, site_, channel))
        add(event, channel, recipient, type, handoff_id_, due_at);
    }
  }

  void plan_subscriptions(const Event& event, const std::string& type,
                          const std::string& handoff_id, Instant due_at) {
    for (const auto* webhook : subscribed_webhooks(site_.settings.notifications, type))
      add(event, Channel::kWebhook, {webhook_key(*webhook), ""}, type, handoff_id, due_at);
  }

  void add(const Event& event, Channel channel, const Recipient& recipient, const std::string& type,
           const std::string& handoff_id, Instant due_at) {
    store::add_delivery(tx_, {.site = after_.site,
                              .conversation_id = after_.id,
                              .agent_id = recipient.agent_id,
                              .channel = std::string(channel_name(channel)),
                              .target = recipient.target,
                              .type = type,
                              .seq = event.seq,
                              .handoff_id = handoff_id,
                              .now = event.at,
                              .due_at = due_at});
    ++planned_.deliveries;
  }

  Connection& tx_;
  const Site& site_;
  const Conversation& before_;
  const Conversation& after_;
  const std::string handoff_id_;
  Planned planned_ = {};
};

int add_team_back(Connection& tx, const Site& site, Channel channel, const Recipient& recipient,
                  Instant now) {
  const std::string name(channel_name(channel));
  if (channel != Channel::kWebhook &&
      store::was_planned(tx, name, recipient.target, store::kTeamBack, now - kBetweenDigests))
    return 0;
  store::add_delivery(tx, {.site = site.settings.site.id,
                           .agent_id = recipient.agent_id,
                           .channel = name,
                           .target = recipient.target,
                           .type = store::kTeamBack,
                           .now = now,
                           .due_at = now});
  return 1;
}

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
  const auto format = static_cast<char>('0' + static_cast<int>(webhook.format));
  const std::string whose = webhook.url + '\n' + format + '\n' + webhook.secret;
  return address_key(webhook) + "_" + hex(hash_token(whose).substr(0, 4));
}

const WebhookSettings* webhook_of_key(const NotificationSettings& notifications,
                                      const std::string& key) {
  const WebhookSettings* same_address = nullptr;
  int at_address = 0;
  for (const auto& webhook : notifications.webhooks) {
    if (webhook_key(webhook) == key) return &webhook;
    if (!key.starts_with(address_key(webhook))) continue;
    same_address = &webhook;
    ++at_address;
  }
  return at_address == 1 ? same_address : nullptr;
}

std::vector<const WebhookSettings*> alerted_webhooks(const NotificationSettings& notifications) {
  auto asking = subscribed_webhooks(notifications, store::kAlert);
  if (!asking.empty()) return asking;
  for (const auto& webhook : notifications.webhooks) asking.push_back(&webhook);
  return asking;
}

std::vector<const WebhookSettings*> subscribed_webhooks(const NotificationSettings& notifications,
                                                        std::string_view type) {
  std::vector<const WebhookSettings*> out;
  for (const auto& webhook : notifications.webhooks) {
    if (asks_for(webhook, type)) out.push_back(&webhook);
  }
  return out;
}

bool tells_anybody(const NotificationSettings& notifications) {
  return notifications.email || notifications.push_subject || notifications.whatsapp ||
         !notifications.webhooks.empty();
}

Planned plan_notifications(Connection& tx, const Site& site, const Conversation& before,
                           const Conversation& after, const std::vector<Event>& events) {
  Planner planner(tx, site, before, after);
  for (const auto& event : events) planner.plan(event);
  if (!events.empty()) planner.plan_broken_promise(events.back());
  return planner.planned();
}

int plan_team_back(Connection& tx, const Site& site, Instant now, bool tell_programs) {
  int planned = 0;
  const auto& notifications = site.settings.notifications;
  if (tell_programs) {
    for (const auto* webhook : subscribed_webhooks(notifications, store::kTeamBack))
      planned += add_team_back(tx, site, Channel::kWebhook, {webhook_key(*webhook), ""}, now);
  }
  if (store::promises(tx, site.settings.site.id, "open", 1).empty()) return planned;
  for (const auto channel : ladder_channels(site)) {
    if (channel == Channel::kWebhook) continue;
    for (const auto& recipient : recipients_of(tx, site, channel))
      planned += add_team_back(tx, site, channel, recipient, now);
  }
  return planned;
}

std::atomic<std::uint64_t>& untold_handoffs() {
  static std::atomic<std::uint64_t> count{0};
  return count;
}

}  // namespace handoff
