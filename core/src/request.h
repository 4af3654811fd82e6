#pragma once

#include <vector>

#include "request_clause.h"

/// A visitor who asks for a person, for a call, or to be spared the machine.
namespace handoff {

/// By clause, what each rule found at its strongest. A place that a negation, a question of
/// identity, the past or the product takes back gives nothing.
std::vector<RequestFinds> find_requests(const ReadMessage& message);

/// True when `message` is nothing but "yes" and `offer`, an AI turn, asked whether to bring a
/// person.
bool accepts_offer(const ReadMessage& message, const ReadMessage& offer);

}  // namespace handoff
