#pragma once

#include "handoff/conversation.h"
#include "handoff/event.h"
#include "handoff/json.h"
#include "handoff/summary.h"

/// The shapes of contract section 4, for HTTP, the store, WebAssembly and fixtures alike. Readers
/// check before they read and ignore keys that they do not know (a newer server may add some).
namespace handoff {

/// Everything the fold knows. `audience` decides whether an agent's note stands in it.
enum class Audience { kVisitor, kAgent };
Json conversation_json(const Conversation& conversation, Audience audience);
Conversation read_conversation(const Json& value, std::vector<FieldError>& errors);

/// An event as its audience may see it; for visitors through `as_visitor_sees`.
Json event_json(const Event& event, Audience audience);
Event read_event(const Json& value, std::vector<FieldError>& errors);

Json summary_json(const Summary& summary);
Json contact_json(const Contact& contact);
Json place_wait_json(const std::optional<WaitEstimate>& wait);

}  // namespace handoff
