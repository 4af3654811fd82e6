#pragma once

#include <functional>
#include <string>

#include "live/hub.h"
#include "outbox/delivery_worker.h"
#include "service/channels.h"
#include "service/conversations.h"

namespace handoff {

/// Makes one attempt of a planned delivery. Thread-safe.
class Notifier {
 public:
  struct Parts {
    Conversations& conversations;
    Database& database;
    const Sites& sites;
    const live::Hub& hub;
    Channels& channels;
    std::function<std::string()> own_address;  ///< links begin with it where `site.url` is not set
  };

  explicit Notifier(Parts parts) : parts_(std::move(parts)) {}

  /// A step of the ladder is unwanted once nobody waits any more, and a push to somebody who looks
  /// at conversations at this moment.
  DeliveryEnd send(const store::Delivery& delivery);

 private:
  DeliveryEnd alert(const store::Delivery& delivery, const Conversation& conversation,
                    const std::vector<Event>& events, const Event& event);
  DeliveryEnd dispatch(const ChannelMessage& message);
  bool is_looking(const std::string& subscription_id) const;

  Parts parts_;
};

}  // namespace handoff
