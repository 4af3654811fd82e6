#include "live/hub.h"

#include <algorithm>
#include <utility>

#include "live/sse.h"

namespace handoff::live {

Subscription::Subscription(Hub& hub, Place place, std::shared_ptr<Subscriber> subscriber)
    : hub_(&hub),
      place_(std::make_unique<Place>(std::move(place))),
      subscriber_(std::move(subscriber)) {}

Subscription::Subscription(Subscription&& other) noexcept
    : hub_(std::exchange(other.hub_, nullptr)),
      place_(std::move(other.place_)),
      subscriber_(std::move(other.subscriber_)) {}

Subscription& Subscription::operator=(Subscription&& other) noexcept {
  if (this == &other) return *this;
  release();
  hub_ = std::exchange(other.hub_, nullptr);
  place_ = std::move(other.place_);
  subscriber_ = std::move(other.subscriber_);
  return *this;
}

Subscription::~Subscription() { release(); }

void Subscription::release() {
  if (hub_ == nullptr) return;
  std::exchange(hub_, nullptr)->remove(*place_, *subscriber_);
  place_.reset();
  subscriber_.reset();
}

Hub::Hub(HubOptions options)
    : options_(std::move(options)),
      comment_(std::make_shared<const std::string>(render_comment(""))) {}

Hub::~Hub() = default;

Result<Subscription> Hub::subscribe(Place place, std::shared_ptr<Subscriber> subscriber) {
  const std::lock_guard lock(mutex_);
  if (closed_) {
    return Error{.code = ErrorCode::kUnavailable,
                 .message = "The server is stopping.",
                 .retry_after_seconds = 2};
  }
  if (options_.streams != 0 && counts_.open >= options_.streams) {
    ++counts_.refused;
    return Error{.code = ErrorCode::kTooMany,
                 .message = "Too many streams are open on this server.",
                 .retry_after_seconds = 30};
  }
  if (!place.principal.empty()) {
    Group& own = principals_[place.principal];
    if (place.principal_limit > 0 &&
        own.size() >= static_cast<std::size_t>(place.principal_limit)) {
      ++counts_.refused;
      return Error{.code = ErrorCode::kTooMany,
                   .message = "Too many streams are open for this person; close one first.",
                   .retry_after_seconds = 5};
    }
    own.push_back(subscriber);
  }
  Group& group = topics_[place.topic];
  subscriber->topic_index_ = group.size();
  group.push_back(subscriber);
  join_wheel(*subscriber);
  ++counts_.open;
  ++counts_.opened;
  return Subscription(*this, std::move(place), std::move(subscriber));
}

void Hub::publish(std::string_view topic, const StreamEvent& event) {
  const std::lock_guard lock(mutex_);
  ++counts_.published;
  const auto found = topics_.find(topic);
  if (found == topics_.end()) return;
  const auto frame = std::make_shared<const std::string>(render_event(event, options_.generation));
  for (const auto& subscriber : found->second) {
    subscriber->deliver(event.seq, frame);
    if (!subscriber->watched_ && subscriber->gapped()) {
      subscriber->watched_ = true;
      watched_.push_back({subscriber});
    }
  }
}

void Hub::close_topic(std::string_view topic) {
  const std::lock_guard lock(mutex_);
  const auto found = topics_.find(topic);
  if (found != topics_.end()) end_group(found->second, EndReason::kClosed);
}

void Hub::close_principal(std::string_view principal) {
  const std::lock_guard lock(mutex_);
  const auto found = principals_.find(principal);
  if (found != principals_.end()) end_group(found->second, EndReason::kClosed);
}

void Hub::close_all() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  for (const auto& [topic, group] : topics_) end_group(group, EndReason::kShutdown);
}

void Hub::sweep() {
  const std::lock_guard lock(mutex_);
  for (Subscriber* subscriber : wheel_[hand_]) subscriber->heartbeat(comment_);
  hand_ = (hand_ + 1) % kWheelSlots;
  check_gaps();
}

std::chrono::milliseconds Hub::tick() const {
  return std::max(std::chrono::milliseconds(1), options_.heartbeat / static_cast<int>(kWheelSlots));
}

HubCounts Hub::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

void Hub::remove(const Place& place, Subscriber& subscriber) {
  const std::lock_guard lock(mutex_);
  leave_wheel(subscriber);
  leave_principal(place, subscriber);
  leave_topic(place, subscriber);
  --counts_.open;
}

void Hub::join_wheel(Subscriber& subscriber) {
  // Just behind the hand: the first comment comes after a whole turn.
  subscriber.wheel_slot_ = (hand_ + kWheelSlots - 1) % kWheelSlots;
  auto& slot = wheel_[subscriber.wheel_slot_];
  subscriber.wheel_index_ = slot.size();
  slot.push_back(&subscriber);
}

void Hub::leave_wheel(Subscriber& subscriber) {
  auto& slot = wheel_[subscriber.wheel_slot_];
  slot[subscriber.wheel_index_] = slot.back();
  slot[subscriber.wheel_index_]->wheel_index_ = subscriber.wheel_index_;
  slot.pop_back();
}

void Hub::leave_topic(const Place& place, Subscriber& subscriber) {
  const auto found = topics_.find(place.topic);
  Group& group = found->second;
  const std::size_t index = subscriber.topic_index_;
  std::swap(group[index], group.back());
  group[index]->topic_index_ = index;
  group.pop_back();
  if (group.empty()) topics_.erase(found);
}

void Hub::leave_principal(const Place& place, const Subscriber& subscriber) {
  const auto found = principals_.find(place.principal);
  if (found == principals_.end()) return;
  std::erase_if(found->second, [&](const auto& other) { return other.get() == &subscriber; });
  if (found->second.empty()) principals_.erase(found);
}

void Hub::end_group(const Group& group, EndReason reason) {
  for (const auto& subscriber : group) subscriber->end(reason);
}

void Hub::check_gaps() {
  std::erase_if(watched_, [](Watched& watched) {
    const auto subscriber = watched.subscriber.lock();
    if (!subscriber) return true;
    const bool gone = !subscriber->gapped();
    if (!gone && --watched.sweeps_left > 0) return false;
    if (!gone) subscriber->end(EndReason::kGap);
    subscriber->watched_ = false;
    return true;
  });
}

std::size_t Hub::open_of(std::string_view principal) const {
  const std::lock_guard lock(mutex_);
  const auto group = principals_.find(principal);
  return group == principals_.end() ? 0 : group->second.size();
}

bool Hub::is_open(std::string_view principal, std::string_view topic) const {
  const std::lock_guard lock(mutex_);
  const auto own = principals_.find(principal);
  const auto group = topics_.find(topic);
  if (own == principals_.end() || group == topics_.end()) return false;
  return std::any_of(own->second.begin(), own->second.end(), [&](const auto& subscriber) {
    const std::size_t at = subscriber->topic_index_;
    return at < group->second.size() && group->second[at] == subscriber;
  });
}

}  // namespace handoff::live
