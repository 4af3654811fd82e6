#pragma once

#include <chrono>
#include <optional>

#include "net/http_client.h"
#include "notify/delivery.h"

/// What the channels over HTTP have in common. Pure.
namespace handoff {

/// The outcome of a call that brought no answer; nullopt: there is one to look at.
std::optional<DeliveryOutcome> outcome_without_answer(const HttpOutcome& call);

/// Whether the same request may be taken later: 408, 425, 429, 5xx.
bool is_passing_status(int status);

/// `Retry-After` in seconds, at most a day. nullopt where there is none, or a date: then our own
/// delays hold.
std::optional<std::chrono::seconds> retry_after(const HttpAnswer& answer);

}  // namespace handoff
