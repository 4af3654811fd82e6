#pragma once

#include <string>

#include "handoff/time.h"
#include "net/cancellation.h"
#include "net/http_client.h"
#include "notify/delivery.h"
#include "notify/notice.h"
#include "notify/push_subscription.h"
#include "notify/vapid.h"

namespace handoff {

/// Notifications in the browsers of agents, also when the dashboard is closed (RFC 8030).
/// Thread-safe.
class WebPush {
 public:
  /// REQUIRES: `http` outlives this.
  WebPush(const HttpClient& http, VapidKey key) : http_(http), vapid_(std::move(key)) {}

  /// For the browser's `applicationServerKey`.
  const std::string& public_key() const { return vapid_.key().public_key(); }

  /// Sends one notice to one browser; blocks until the push service has answered. `subject`:
  /// `notifications.push.subject`. Ends:
  ///   kDelivered  the push service has it; whether the computer is on, nobody can say
  ///   kGone       the subscription is over: delete it
  ///   kTryLater   busy or unreachable; a repeat replaces what was not shown yet
  ///   kRefused    anything else. 401 and 403 mean our key or `subject`: tell an admin, and keep
  ///   the
  ///               subscription
  DeliveryOutcome deliver(const Notice& notice, const PushSubscription& to,
                          const std::string& subject, Instant now,
                          Cancellation* cancellation = nullptr);

 private:
  HttpOutcome send(const Notice& notice, const std::string& body, const PushSubscription& to,
                   const std::string& authorization, Cancellation* cancellation) const;

  const HttpClient& http_;
  Vapid vapid_;
};

}  // namespace handoff
