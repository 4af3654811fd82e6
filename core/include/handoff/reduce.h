#pragma once

#include "handoff/conversation.h"
#include "handoff/event.h"

namespace handoff {

/// Folds one event into a conversation. Total and pure: the server commits with it, the widget and
/// the dashboard show with it. REQUIRES: `event.seq == conversation.as_of_seq + 1`; an event that
/// was folded already changes nothing.
Conversation reduce(Conversation conversation, const Event& event);

}  // namespace handoff
