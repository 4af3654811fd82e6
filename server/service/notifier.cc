#include "service/notifier.h"

#include "service/duty.h"
#include "service/event_notice.h"
#include "service/notices.h"
#include "service/notification_plan.h"
#include "service/topics.h"
#include "store/handoffs.h"

namespace handoff {
namespace {

using End = DeliveryEnd::End;

/// A storm: this many notices within this time. From then on they come this far apart.
constexpr int kStorm = 3;
constexpr Minutes kStormWindow{5};
constexpr Seconds kApart{60};
constexpr std::size_t kMostItems = 50;
constexpr int kMostPromises = 200;

bool still_waits(const Conversation& conversation, const std::string& handoff_id) {
  const bool open = std::holds_alternative<WaitingForAgent>(conversation.state) ||
                    std::holds_alternative<CallbackPromised>(conversation.state);
  return open && conversation.handoff()->id == handoff_id;
}

/// What can be taken back is looked at again: somebody may have come a moment ago.
bool is_wanted(const store::Delivery& delivery, const Conversation& conversation) {
  if (delivery.handoff_id.empty()) return true;
  if (!still_waits(conversation, delivery.handoff_id)) return false;
  if (delivery.type == store::kAlert) return true;
  const auto* callback = std::get_if<CallbackPromised>(&conversation.state);
  if (!callback) return false;
  const bool broken = callback->promise.state == Promise::State::kBroken;
  return broken == (delivery.type == store::kPromiseBroken);
}

Notice::Kind kind_of(const std::string& type) {
  if (type == store::kPromiseDue) return Notice::Kind::kPromiseDue;
  return type == store::kPromiseBroken ? Notice::Kind::kPromiseBroken : Notice::Kind::kHandoff;
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

DeliveryEnd unwanted() { return {.end = End::kUnwanted}; }

}  // namespace

DeliveryEnd Notifier::send(const store::Delivery& delivery) {
  if (delivery.type == store::kVisitorQuestion || delivery.type == store::kVisitorAnswer)
    return parts_.visitor_mail.send(delivery);
  if (delivery.type == store::kTeamBack) return tell_team_back(delivery);
  const auto subject = subject_of(delivery);
  if (!subject) {
    const bool gone = subject.error().code == ErrorCode::kNotFound;
    return {.end = gone ? End::kUnwanted : End::kTryLater, .said = subject.error().message};
  }
  if (!is_wanted(delivery, subject->conversation)) return unwanted();
  return delivery.channel == channel_name(Channel::kWebhook) ? tell_program(delivery, *subject)
                                                             : tell_person(delivery, *subject);
}

Result<Notifier::Subject> Notifier::subject_of(const store::Delivery& delivery) const {
  auto conversation = parts_.conversations.find(delivery.conversation_id);
  if (!conversation) return conversation.error();
  auto events = parts_.conversations.events(delivery.conversation_id, 0);
  const Event* event = event_at(events, delivery.seq);
  if (!event) return not_found("there is no such event");
  Event own = *event;
  return Subject{std::move(*conversation), std::move(events), std::move(own)};
}

DeliveryEnd Notifier::tell_program(const store::Delivery& delivery, const Subject& subject) {
  const auto site = parts_.sites.current();
  if (delivery.type == store::kAlert) {
    Notice notice = notice_of(delivery, subject);
    std::string body = alert_body(*site, subject.conversation, subject.event, notice);
    return dispatch(delivery, std::move(notice), std::move(body));
  }
  const bool of_the_log = delivery.type == type_name(subject.event.payload);
  return dispatch(delivery,
                  of_the_log ? event_notice(*site, subject.conversation, subject.events,
                                            subject.event, delivery.id, base())
                             : notice_of(delivery, subject),
                  subscription_body(delivery.type, subject.conversation, subject.event));
}

DeliveryEnd Notifier::tell_person(const store::Delivery& delivery, const Subject& subject) {
  if (is_left_in_peace(delivery)) return unwanted();
  const Instant now = parts_.clock.now();
  const auto told = parts_.database.read([&](Connection& connection) {
    return store::told_since(connection, delivery.channel, delivery.target, now - kStormWindow);
  });
  Notice notice = notice_of(delivery, subject);
  if (told.times < kStorm) return dispatch(delivery, std::move(notice));
  const Instant next = *told.last + kApart;
  if (now < next) return {.end = End::kHeld, .after = std::chrono::ceil<Seconds>(next - now)};
  return tell_digest(delivery, std::move(notice));
}

DeliveryEnd Notifier::tell_digest(const store::Delivery& delivery, Notice first) {
  const Instant now = parts_.clock.now();
  const auto due = parts_.database.read([&](Connection& connection) {
    return store::due_deliveries_to(connection, delivery.channel, delivery.target, now);
  });
  std::vector<Notice> notices{std::move(first)};
  std::vector<std::string> along;
  for (const auto& other : due) {
    const bool alike = !other.handoff_id.empty() && other.id != delivery.id;
    if (!alike || notices.size() == kMostItems) continue;
    const auto subject = subject_of(other);
    if (!subject || !is_wanted(other, subject->conversation)) continue;
    notices.push_back(notice_of(other, *subject));
    along.push_back(other.id);
  }
  if (along.empty()) return dispatch(delivery, std::move(notices.front()));
  auto end = dispatch(delivery, digest_notice(*parts_.sites.current(), Notice::Kind::kDigest,
                                              notices, delivery.id, base(), now));
  end.along = std::move(along);
  return end;
}

DeliveryEnd Notifier::tell_team_back(const store::Delivery& delivery) {
  const auto site = parts_.sites.current();
  const auto promises = parts_.database.read([&](Connection& connection) {
    return store::promises(connection, site->settings.site.id, "open", kMostPromises);
  });
  const bool program = delivery.channel == channel_name(Channel::kWebhook);
  if (!program && (promises.empty() || is_left_in_peace(delivery))) return unwanted();
  std::vector<Notice> notices;
  for (const auto& promise : promises) {
    const auto conversation = parts_.conversations.find(promise.conversation_id);
    if (!conversation) continue;
    notices.push_back(conversation_notice(*site, Notice::Kind::kPromiseDue, *conversation,
                                          parts_.conversations.events(promise.conversation_id, 0),
                                          delivery.id, base()));
  }
  return dispatch(delivery,
                  digest_notice(*site, Notice::Kind::kTeamBack, notices, delivery.id, base(),
                                parts_.clock.now()),
                  program ? team_back_body(delivery.created_at, promises) : "");
}

DeliveryEnd Notifier::dispatch(const store::Delivery& delivery, Notice notice, std::string body) {
  const auto channel = channel_from(delivery.channel);
  if (!channel) return unwanted();
  auto outcome =
      parts_.channels.send({*channel, delivery.target, std::move(notice), std::move(body)});
  return {.end = end_of(outcome.end),
          .said = std::move(outcome.what),
          .remote_id = std::move(outcome.remote_id),
          .after = outcome.retry_after};
}

Notice Notifier::notice_of(const store::Delivery& delivery, const Subject& subject) const {
  return conversation_notice(*parts_.sites.current(), kind_of(delivery.type), subject.conversation,
                             subject.events, delivery.id, base());
}

bool Notifier::is_left_in_peace(const store::Delivery& delivery) const {
  if (delivery.agent_id.empty()) return false;
  if (parts_.hub.is_open(topics::agent_principal(delivery.agent_id),
                         topics::for_agents(delivery.conversation_id)))
    return true;
  return parts_.database.read([&](Connection& connection) {
    return is_spared(connection, *parts_.sites.current(), parts_.presence, delivery.agent_id,
                     parts_.clock.now());
  });
}

std::string Notifier::base() const {
  return public_address(*parts_.sites.current(), parts_.own_address());
}

}  // namespace handoff
