#pragma once

#include <vector>

#include "request_clause.h"

/// A visitor who asks for a person, for a call, or to be spared the machine.
namespace handoff {

/// Into `finds`, by clause: what each rule found at its strongest. A place that a negation, a
/// question of identity, the past or the product takes back gives nothing.
void find_requests(const ReadMessage& message, std::vector<RequestFinds>& finds);

/// True when `message` is nothing but "yes" and `offer`, an AI turn, asked whether to bring a
/// person.
bool accepts_offer(const ReadMessage& message, const ReadMessage& offer);

}  // namespace handoff
