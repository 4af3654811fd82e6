#pragma once

#include <functional>
#include <optional>
#include <string>

#include "live/hub.h"
#include "outbox/delivery_worker.h"
#include "service/channels.h"
#include "service/conversations.h"
#include "service/visitor_mail.h"

namespace handoff {

/// Makes one attempt of a planned delivery. Thread-safe, as long as no two threads tell one
/// recipient at the same time.
class Notifier {
 public:
  struct Parts {
    Conversations& conversations;
    Database& database;
    const Sites& sites;
    const Clock& clock;
    const Presence& presence;
    const live::Hub& hub;
    Channels& channels;
    VisitorMail& visitor_mail;
    std::function<std::string()> own_address;  ///< links begin with it where `site.url` is not set
  };

  explicit Notifier(Parts parts) : parts_(std::move(parts)) {}

  /// Unwanted: a step of the ladder once nobody waits any more, the warning of a promise that was
  /// kept, and what would reach an agent who is spared (duty.h) or has this very conversation
  /// open. A recipient who was told three times within five minutes gets what follows a minute
  /// apart, several conversations in one digest.
  DeliveryEnd send(const store::Delivery& delivery);

 private:
  struct Subject {
    Conversation conversation;
    std::vector<Event> events;
    Event event;  ///< the delivery's own
  };

  Result<Subject> subject_of(const store::Delivery& delivery) const;
  DeliveryEnd tell_program(const store::Delivery& delivery, const Subject& subject);
  DeliveryEnd tell_person(const store::Delivery& delivery, const Subject& subject);
  DeliveryEnd tell_digest(const store::Delivery& delivery, Notice first);
  DeliveryEnd tell_team_back(const store::Delivery& delivery);
  DeliveryEnd dispatch(const store::Delivery& delivery, Notice notice, std::string body = {});
  Notice notice_of(const store::Delivery& delivery, const Subject& subject) const;
  bool is_left_in_peace(const store::Delivery& delivery) const;
  std::string base() const;

  Parts parts_;
};

}  // namespace handoff
