#pragma once

#include <string>
#include <vector>

#include "handoff/conversation.h"
#include "handoff/event.h"
#include "service/site.h"
#include "store/connection.h"

/// What of a conversation may have to reach a visitor by e-mail, noted in the transaction of the
/// events. Only a person's answer ever leads to a mail: however many chats somebody opens under
/// however many addresses of strangers, by itself none of them sends one.
namespace handoff {

/// Mails to visitors need a mail server, and `site.url`, which their links begin with.
bool mails_visitors(const Site& site);

/// `here`: the visitor has the conversation open at this moment. Who comes back within two minutes
/// is not mailed.
void plan_visitor_mail(Connection& tx, const Site& site, const Conversation& after,
                       const std::vector<Event>& events, bool here);

/// `events` hold something that asks for `here`.
bool holds_answer(const std::vector<Event>& events);

}  // namespace handoff
