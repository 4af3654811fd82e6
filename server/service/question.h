#pragma once

#include <cstdint>
#include <vector>

#include "ai/responder.h"
#include "handoff/conversation.h"
#include "handoff/event.h"

namespace handoff {

/// What the AI is asked, read from the log up to and including the message it is to answer.
Question question_of(const Conversation& conversation, const std::vector<Event>& events,
                     std::int64_t message_seq);

/// Everything that was said, and where a human's part begins and ends, oldest first.
std::vector<Said> said_in(const std::vector<Event>& events);

}  // namespace handoff
