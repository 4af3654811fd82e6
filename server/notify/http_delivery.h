#pragma once

#include <optional>

#include "handoff/time.h"
#include "net/http_client.h"
#include "notify/delivery.h"

/// What the channels over HTTP have in common. Pure.
namespace handoff {

/// The outcome of a call that brought no answer; nullopt: there is one to look at.
std::optional<DeliveryOutcome> outcome_without_answer(const HttpOutcome& call);

/// Whether the same request may be taken later: 408, 425, 429, 5xx.
bool is_passing_status(int status);

/// What the answer's `Retry-After` asks for, as `parse_retry_after`; nullopt where there is none.
std::optional<Seconds> retry_after(const HttpAnswer& answer, Instant now);

}  // namespace handoff
