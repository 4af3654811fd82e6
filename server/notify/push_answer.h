#pragma once

#include <string>

#include "handoff/time.h"
#include "net/http_client.h"
#include "notify/delivery.h"

namespace handoff {

/// What a push service's answer means for the delivery (RFC 8030, 5, and what the services
/// document). `origin` names the service in `what`. Pure.
DeliveryOutcome push_outcome(const HttpAnswer& answer, const std::string& origin, Instant now);

}  // namespace handoff
