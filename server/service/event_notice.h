#pragma once

#include <string>
#include <vector>

#include "handoff/conversation.h"
#include "handoff/event.h"
#include "notify/notice.h"
#include "service/site.h"

namespace handoff {

/// One event for people who asked for events of its type: what it is called, who it is about, and
/// what was said in it. A request for a person is `conversation_notice`. Masked as
/// `privacy.notification_text` says; `id` and `base` as there. Pure.
Notice event_notice(const Site& site, const Conversation& conversation,
                    const std::vector<Event>& events, const Event& event, const std::string& id,
                    const std::string& base);

}  // namespace handoff
