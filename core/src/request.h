#pragma once

#include <vector>

#include "message.h"

/// A visitor who asks for a person, for a call, or to be spared the machine.
namespace handoff {

/// Every rule that found something, each at most once, with its strongest place. `fires` and
/// `action` are set from `threshold`. A place that a negation, a question of identity, the past or
/// the product takes back gives nothing.
std::vector<Signal> request_signals(const ReadMessage& message, Percent threshold);

/// True when `message` is nothing but "yes" and `offer`, an AI turn, asked whether to bring a
/// person.
bool accepts_offer(const ReadMessage& message, const ReadMessage& offer);

}  // namespace handoff
