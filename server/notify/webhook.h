#pragma once

#include <string>
#include <string_view>

#include "handoff/json.h"
#include "handoff/time.h"
#include "net/http_client.h"
#include "notify/delivery.h"
#include "notify/webhook_secrets.h"

/// Tells another program what happened, as Standard Webhooks 1.0.0 says.
namespace handoff {

/// `{"type": …, "timestamp": …, "data": …}`. `type`: words of letters, digits and `_` with dots
/// between them. `at`: when it happened, the same in every attempt.
std::string webhook_body(std::string_view type, Instant at, const Json& data);

struct WebhookDelivery {
  std::string url;
  std::string id;  ///< the same in every attempt, so that the other side can know it again; no dot
  std::string body;                          ///< JSON, signed and sent as it stands
  std::chrono::milliseconds within{20'000};  ///< for the whole attempt
};

/// One attempt. Blocks until its end, half a minute at most; thread-safe. `now`: of this attempt,
/// which is signed with it. Without secrets it is sent unsigned. Ends:
///   kDelivered  2xx
///   kGone       410: this address wants no more of them
///   kTryLater   408, 425, 429, 5xx, or no whole answer; also when cancelled
///   kRefused    any other answer, or an address we may not reach: again is useless
DeliveryOutcome deliver(const HttpClient& client, const WebhookSecrets& secrets,
                        const WebhookDelivery& delivery, Instant now,
                        Cancellation* cancellation = nullptr);

}  // namespace handoff
