#include "service/recipients.h"

#include <algorithm>

#include "service/notification_plan.h"
#include "store/notification_preferences.h"
#include "store/push_subscriptions.h"

namespace handoff {
namespace {

void add(std::vector<Recipient>& all, const std::string& target, const std::string& agent_id = "") {
  const bool known = std::any_of(all.begin(), all.end(),
                                 [&](const Recipient& each) { return each.target == target; });
  if (!target.empty() && !known) all.push_back({target, agent_id});
}

/// Where this agent wants to be told; empty: not by this channel.
std::string wished_target(const store::AgentWishes& agent, Channel channel) {
  const auto& wishes = agent.preferences;
  if (channel == Channel::kEmail) return wishes.email ? agent.email : "";
  return wishes.whatsapp ? wishes.phone : "";
}

void add_agents(std::vector<Recipient>& all, Connection& connection, const Site& site,
                Channel channel) {
  for (const auto& agent : store::team_wishes(connection, site.settings.site.id))
    add(all, wished_target(agent, channel), agent.agent_id);
}

}  // namespace

std::vector<Recipient> recipients_of(Connection& connection, const Site& site, Channel channel) {
  const NotificationSettings& notifications = site.settings.notifications;
  std::vector<Recipient> out;
  if (channel == Channel::kEmail && notifications.email) {
    for (const auto& address : notifications.email->to) add(out, address);
    add_agents(out, connection, site, channel);
  }
  if (channel == Channel::kWhatsapp && notifications.whatsapp) {
    for (const auto& number : notifications.whatsapp->to) add(out, number);
    add_agents(out, connection, site, channel);
  }
  if (channel == Channel::kWebhook) {
    for (const auto* webhook : alerted_webhooks(notifications)) add(out, webhook_key(*webhook));
  }
  if (channel == Channel::kPush && notifications.push_subject) {
    for (const auto& row : store::push_subscriptions(connection, site.settings.site.id))
      add(out, row.id, row.agent_id);
  }
  return out;
}

std::vector<Channel> ladder_channels(const Site& site) {
  std::vector<Channel> out;
  for (const auto& step : site.settings.notifications.ladder) {
    for (const auto channel : step.channels) {
      if (std::find(out.begin(), out.end(), channel) == out.end()) out.push_back(channel);
    }
  }
  return out;
}

}  // namespace handoff
