#include "service/notification_desk.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "notify/push_services.h"
#include "notify/whatsapp_hook.h"
#include "notify/whatsapp_report.h"
#include "service/notices.h"
#include "service/notification_plan.h"
#include "service/recipients.h"
#include "service/secrets.h"
#include "store/accounts.h"
#include "store/push_subscriptions.h"

namespace handoff {
namespace {

constexpr int kMostBrowsers = 20;  ///< of one agent
constexpr int kMostShown = 200;

/// `te…@acme.example`, `+407…00`.
std::string covered_middle(const std::string& text) {
  const auto at = text.find('@');
  if (at != std::string::npos)
    return text.substr(0, std::min<std::size_t>(2, at)) + "…" + text.substr(at);
  if (text.size() <= 6) return "…";
  return text.substr(0, 4) + "…" + text.substr(text.size() - 2);
}

/// Scheme and host: people put passwords into the rest.
std::string origin_of(const std::string& url) {
  const auto host = url.find("://");
  return host == std::string::npos ? "…" : url.substr(0, url.find_first_of("/?", host + 3)) + "/…";
}

std::string_view words_of(WhatsappStatus::State state) {
  if (state == WhatsappStatus::State::kSent) return "sent";
  return state == WhatsappStatus::State::kDelivered ? "delivered" : "read";
}

Error not_from_meta() {
  return {.code = ErrorCode::kForbidden, .message = "this is not signed, or not as agreed"};
}

/// Reports come in any order: one that is older news changes nothing.
int rank(std::string_view said) {
  if (said == "read") return 3;
  if (said == "delivered") return 2;
  return said == "sent" ? 1 : 0;
}

/// A message is found by WhatsApp's id: a delivery that was sent again has the same id of ours, and
/// a late report of its first message says nothing about the second.
void take(Connection& tx, const std::string& site, const WhatsappStatus& status) {
  const auto delivery = store::find_delivery(tx, site, status.message_id);
  if (!delivery || (!status.delivery_id.empty() && status.delivery_id != delivery->id)) return;
  const bool failed = status.state == WhatsappStatus::State::kFailed;
  const std::string said = failed ? outcome_of(status).what : std::string(words_of(status.state));
  if (failed || rank(said) > rank(delivery->said))
    store::report_delivery(tx, delivery->id, said, failed);
}

}  // namespace

std::optional<std::string> NotificationDesk::push_key() const {
  if (!parts_.sites.current()->settings.notifications.push_subject) return std::nullopt;
  return parts_.channels.push_key();
}

Result<Done> NotificationDesk::subscribe(const std::string& agent_id, const std::string& endpoint,
                                         const std::string& p256dh, const std::string& auth) {
  const auto site = parts_.sites.current();
  if (!push_key())
    return conflict(
        "notifications in browsers are not set up; notifications.push.subject is missing");
  const bool plain_http = !site->settings.outbound_private_cidrs.empty();
  const auto parsed = PushSubscription::parse(endpoint, p256dh, auth, plain_http);
  if (!parsed) return parsed.error();
  if (!is_push_service(parsed->host(), site->settings.notifications.push_hosts))
    return invalid("endpoint",
                   "is on no push service that we know; the browsers' own are accepted, and the "
                   "hosts in notifications.push.hosts");
  return parts_.database.write([&](Connection& tx) -> Result<Done> {
    store::save_push_subscription(
        tx, {random_id("p_"), agent_id, endpoint, p256dh, auth, parts_.clock.now()}, kMostBrowsers);
    return Done{};
  });
}

void NotificationDesk::unsubscribe(const std::string& agent_id, const std::string& endpoint) {
  // Where this fails the push service tells us at the next message that it is gone.
  (void)parts_.database.write([&](Connection& tx) -> Result<Done> {
    store::delete_push_endpoint(tx, agent_id, endpoint);
    return Done{};
  });
}

Result<Json> NotificationDesk::test(Channel channel, const std::string& agent_id) {
  const auto site = parts_.sites.current();
  const auto recipients = parts_.database.read(
      [&](Connection& connection) { return recipients_of(connection, *site, channel); });
  const std::string name(channel_name(channel));
  Json results = Json::array();
  for (const auto& [target, owner] : recipients) {
    // A browser that rings is somebody's own.
    if (channel == Channel::kPush && !agent_id.empty() && owner != agent_id) continue;
    const Notice notice = test_notice(
        *site, random_id("test_"), public_address(*site, parts_.own_address()), parts_.clock.now());
    const std::string shown = covered(name, target);
    const auto outcome = parts_.channels.send({channel, target, notice, test_body(notice)});
    results.push_back({{"target", shown},
                       {"ok", outcome.end == DeliveryOutcome::End::kDelivered},
                       {"said", outcome.what}});
  }
  if (results.empty()) return conflict(name + " is not set up, or reaches nobody yet");
  return Json{{"results", results}};
}

std::string NotificationDesk::covered(const std::string& channel, const std::string& target) const {
  if (channel == "webhook") {
    const auto site = parts_.sites.current();
    const auto* webhook = webhook_of_key(site->settings.notifications, target);
    return webhook ? origin_of(webhook->url) : "a webhook that is not in the settings any more";
  }
  if (channel != "push") return covered_middle(target);
  return parts_.database.read([&](Connection& connection) -> std::string {
    const auto row = store::find_push_subscription(connection, target);
    const auto agent = row ? store::find_agent(connection, row->agent_id) : std::nullopt;
    return agent ? "a browser of " + agent->name : "a browser that is gone";
  });
}

Json NotificationDesk::delivery_json(const store::Delivery& delivery) const {
  return {{"id", delivery.id},
          {"channel", delivery.channel},
          {"type", delivery.type},
          {"target", covered(delivery.channel, delivery.target)},
          {"conversation",
           delivery.conversation_id.empty() ? Json(nullptr) : Json(delivery.conversation_id)},
          {"state", delivery.state},
          {"attempts", delivery.attempts},
          {"said", delivery.said},
          {"created_at", format_utc(delivery.created_at)},
          {"due_at", format_utc(delivery.due_at)},
          {"ended_at", delivery.ended_at ? Json(format_utc(*delivery.ended_at)) : Json(nullptr)}};
}

Json NotificationDesk::deliveries(const std::string& state) const {
  const std::string site = parts_.sites.current()->settings.site.id;
  const auto rows = parts_.database.read([&](Connection& connection) {
    return store::deliveries(connection, site, state, kMostShown);
  });
  Json items = Json::array();
  for (const auto& row : rows) items.push_back(delivery_json(row));
  return {{"items", items}, {"next_cursor", nullptr}};
}

Result<Json> NotificationDesk::replay(const std::string& id) {
  const std::string site = parts_.sites.current()->settings.site.id;
  const auto replayed = parts_.database.write([&](Connection& tx) -> Result<store::Delivery> {
    const auto found = store::find_delivery(tx, site, id);
    if (!found) return not_found("there is no such delivery");
    if (!store::replay_delivery(tx, found->id, parts_.clock.now()))
      return conflict("this delivery is " + found->state + "; only a dead one is sent again");
    return *store::find_delivery(tx, site, id);
  });
  if (!replayed) return replayed.error();
  parts_.on_replay();
  return delivery_json(*replayed);
}

Result<std::string> NotificationDesk::answer_whatsapp(const std::string& mode,
                                                      const std::string& verify_token,
                                                      const std::string& challenge) const {
  const auto site = parts_.sites.current();
  const auto& settings = site->settings.notifications.whatsapp;
  auto answer = answer_handshake({mode, verify_token, challenge},
                                 settings ? settings->verify_token : std::string());
  if (!answer) return not_from_meta();
  return std::move(*answer);
}

Result<Done> NotificationDesk::take_whatsapp_report(const std::string& body,
                                                    std::string_view signature) {
  const auto site = parts_.sites.current();
  const auto& settings = site->settings.notifications.whatsapp;
  if (!settings || !is_signed_by_meta(body, signature, settings->app_secret))
    return not_from_meta();
  const auto report = read_whatsapp_report(body, settings->phone_number_id);
  const bool said_before = unreadable_.exchange(!report.ok());
  if (!report) {
    if (!said_before)
      spdlog::warn("WhatsApp sent a report that cannot be read: {}", report.error().message);
    return Done{};
  }
  const Instant now = parts_.clock.now();
  return parts_.database.write([&](Connection& tx) -> Result<Done> {
    for (const auto& status : report->statuses) take(tx, site->settings.site.id, status);
    for (const auto& wrote : report->wrote) {
      for (const auto& from : wrote.from)
        store::open_whatsapp_window(tx, from.key(), std::min(wrote.at, now));
    }
    return Done{};
  });
}

}  // namespace handoff
