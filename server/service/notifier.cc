#include "service/notifier.h"

#include "service/notices.h"
#include "service/notification_plan.h"
#include "service/topics.h"
#include "store/push_subscriptions.h"

namespace handoff {
namespace {

using End = DeliveryEnd::End;

bool still_waits(const Conversation& conversation, const std::string& handoff_id) {
  const bool open = std::holds_alternative<WaitingForAgent>(conversation.state) ||
                    std::holds_alternative<CallbackPromised>(conversation.state);
  return open && conversation.handoff()->id == handoff_id;
}

const Event* event_at(const std::vector<Event>& events, std::int64_t seq) {
  for (const auto& event : events) {
    if (event.seq == seq) return &event;
  }
  return nullptr;
}

End end_of(DeliveryOutcome::End end) {
  if (end == DeliveryOutcome::End::kDelivered) return End::kDelivered;
  return end == DeliveryOutcome::End::kTryLater ? End::kTryLater : End::kDead;
}

}  // namespace

DeliveryEnd Notifier::send(const store::Delivery& delivery) {
  const auto conversation = parts_.conversations.find(delivery.conversation_id);
  if (!conversation) {
    const bool gone = conversation.error().code == ErrorCode::kNotFound;
    return {.end = gone ? End::kUnwanted : End::kTryLater, .said = conversation.error().message};
  }
  const auto events = parts_.conversations.events(delivery.conversation_id, 0);
  const Event* event = event_at(events, delivery.seq);
  if (!event) return {.end = End::kUnwanted};
  if (delivery.type == store::kAlert) return alert(delivery, *conversation, events, *event);
  return dispatch({.channel = Channel::kWebhook,
                   .target = delivery.target,
                   .notice = {.id = delivery.id},
                   .webhook_body = subscription_body(delivery.type, *conversation, *event)});
}

DeliveryEnd Notifier::alert(const store::Delivery& delivery, const Conversation& conversation,
                            const std::vector<Event>& events, const Event& event) {
  const auto channel = channel_from(delivery.channel);
  if (!channel || !still_waits(conversation, delivery.handoff_id)) return {.end = End::kUnwanted};
  if (*channel == Channel::kPush && is_looking(delivery.target)) return {.end = End::kUnwanted};
  const auto site = parts_.sites.current();
  ChannelMessage message{.channel = *channel,
                         .target = delivery.target,
                         .notice = handoff_notice(*site, conversation, events, delivery.id,
                                                  public_address(*site, parts_.own_address()))};
  if (*channel == Channel::kWebhook)
    message.webhook_body = alert_body(*site, conversation, event, message.notice);
  return dispatch(message);
}

DeliveryEnd Notifier::dispatch(const ChannelMessage& message) {
  auto outcome = parts_.channels.send(message);
  return {.end = end_of(outcome.end),
          .said = std::move(outcome.what),
          .remote_id = std::move(outcome.remote_id),
          .after = outcome.retry_after};
}

bool Notifier::is_looking(const std::string& subscription_id) const {
  const auto row = parts_.database.read([&](Connection& connection) {
    return store::find_push_subscription(connection, subscription_id);
  });
  return row && parts_.hub.open_of(topics::agent_principal(row->agent_id)) > 0;
}

}  // namespace handoff
