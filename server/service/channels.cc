#include "service/channels.h"

#include "notify/push_services.h"
#include "notify/slack_message.h"
#include "notify/teams_message.h"
#include "notify/webhook.h"
#include "service/notification_plan.h"
#include "store/deliveries.h"
#include "store/meta.h"
#include "store/push_subscriptions.h"

namespace handoff {
namespace {

using End = DeliveryOutcome::End;

constexpr std::chrono::hours kWindow{24};

DeliveryOutcome refused(std::string what) {
  return {.end = End::kRefused, .what = std::move(what)};
}

DeliveryOutcome not_set(Channel channel) {
  return refused(std::string(channel_name(channel)) + " is not in the settings any more");
}

std::string body_for(const WebhookSettings& webhook, const ChannelMessage& message) {
  using Format = WebhookSettings::Format;
  if (webhook.format == Format::kSlack) return slack_message(message.notice);
  return webhook.format == Format::kTeams ? teams_message(message.notice) : message.webhook_body;
}

}  // namespace

Channels::Channels(Parts parts)
    : database_(parts.database),
      sites_(parts.sites),
      clock_(parts.clock),
      http_(parts.http),
      push_(parts.http, std::move(parts.vapid)),
      whatsapp_(parts.http),
      smtp_(parts.sites.current()->settings.outbound_private_cidrs) {}

DeliveryOutcome Channels::send(const ChannelMessage& message) {
  const auto site = sites_.current();
  const NotificationSettings& settings = site->settings.notifications;
  if (message.channel == Channel::kEmail && settings.email) return email(message, *settings.email);
  if (message.channel == Channel::kPush && settings.push_subject) return push(message, settings);
  if (message.channel == Channel::kWhatsapp && settings.whatsapp)
    return whatsapp(message, *settings.whatsapp);
  const WebhookSettings* webhook_settings = webhook_of_key(settings, message.target);
  if (message.channel == Channel::kWebhook && webhook_settings)
    return webhook(message, *webhook_settings);
  return not_set(message.channel);
}

DeliveryOutcome Channels::email(const ChannelMessage& message, const EmailSettings& settings) {
  const std::string& conversation = message.notice.conversation_id;
  const bool first = conversation.empty() || !database_.read([&](Connection& connection) {
    return store::was_told(connection, conversation, std::string(channel_name(Channel::kEmail)),
                           message.target);
  });
  const auto mail = email_message(message.notice, {settings.from, message.target, first});
  if (!mail) return refused(mail.error().message);
  return smtp_.send(*mail, settings, &stopping_);
}

DeliveryOutcome Channels::mail(const EmailMessage& message) {
  const auto site = sites_.current();
  const auto& settings = site->settings.notifications.email;
  return settings ? smtp_.send(message, *settings, &stopping_) : not_set(Channel::kEmail);
}

DeliveryOutcome Channels::push(const ChannelMessage& message,
                               const NotificationSettings& settings) {
  const auto row = database_.read([&](Connection& connection) {
    return store::find_push_subscription(connection, message.target);
  });
  if (!row) return {.end = End::kGone, .what = "this browser wants no notifications any more"};
  const auto to = PushSubscription::parse(row->endpoint, row->p256dh, row->auth, true);
  if (!to) return refused(to.error().message);
  if (!is_push_service(to->host(), settings.push_hosts))
    return refused("the push service of this browser is not in notifications.push.hosts");
  auto outcome =
      push_.deliver(message.notice, *to, *settings.push_subject, clock_.now(), &stopping_);
  if (outcome.end != End::kGone) return outcome;
  (void)database_.write([&](Connection& tx) -> Result<Done> {
    store::delete_push_subscription(tx, row->id);
    return Done{};
  });
  return outcome;
}

DeliveryOutcome Channels::whatsapp(const ChannelMessage& message,
                                   const WhatsappSettings& settings) {
  const auto to = WhatsappRecipient::parse(message.target);
  if (!to) return refused("the recipient is neither a phone number nor an id of WhatsApp");
  const bool open = database_.read([&](Connection& connection) {
    return store::whatsapp_window_open(connection, to->key(), clock_.now() - kWindow);
  });
  return whatsapp_.deliver(message.notice, *to, open, settings, clock_.now(), &stopping_);
}

DeliveryOutcome Channels::webhook(const ChannelMessage& message, const WebhookSettings& settings) {
  WebhookSecrets secrets;
  if (!settings.secret.empty()) {
    auto parsed = WebhookSecrets::parse(settings.secret);
    if (!parsed) return refused("the webhook's secret cannot be read, so nothing can be signed");
    secrets = std::move(*parsed);
  }
  return deliver(
      http_, secrets,
      {.url = settings.url, .id = message.notice.id, .body = body_for(settings, message)},
      clock_.now(), &stopping_);
}

Result<VapidKey> load_vapid_key(Database& database) {
  const auto text = database.write([](Connection& tx) -> Result<std::string> {
    return store::meta_value(tx, "vapid_key", VapidKey::generate().text());
  });
  if (!text) return text.error();
  return VapidKey::parse(*text);
}

}  // namespace handoff
