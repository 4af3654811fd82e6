#pragma once

#include <string>
#include <vector>

#include "handoff/conversation.h"
#include "handoff/event.h"
#include "notify/notice.h"
#include "service/site.h"
#include "store/handoffs.h"

/// A conversation as people and programs outside are told of it. Pure.
namespace handoff {

/// `site.url`, else `fallback`; without a slash at its end.
std::string public_address(const Site& site, const std::string& fallback);

/// Of one conversation: somebody waits, or a promise is due or broken. `id`: of the delivery;
/// `base`: as `public_address`. Masked as `privacy.notification_text` says.
Notice conversation_notice(const Site& site, Notice::Kind kind, const Conversation& conversation,
                           const std::vector<Event>& events, const std::string& id,
                           const std::string& base);

/// Several notices of conversations as one; `kind` is kDigest or kTeamBack.
Notice digest_notice(const Site& site, Notice::Kind kind, const std::vector<Notice>& notices,
                     const std::string& id, const std::string& base, Instant now);

/// To try a channel with.
Notice test_notice(const Site& site, const std::string& id, const std::string& base, Instant now);

/// `{type, timestamp, conversation, event}`, in full: for a subscription. Where `type` is not the
/// event's own (`promise.due`, `promise.broken`), the event says what was promised.
std::string subscription_body(const std::string& type, const Conversation& conversation,
                              const Event& event);

/// `team.back_online`: no conversation; the event has the open promises, the soonest deadline
/// first.
std::string team_back_body(Instant at, const std::vector<store::PromiseRow>& promises);

/// The same for the ladder, with what the notice says beside it. Here `notification_text` holds: a
/// conversation loses what came from the visitor unless that is `full`.
std::string alert_body(const Site& site, const Conversation& conversation, const Event& event,
                       const Notice& notice);

std::string test_body(const Notice& notice);

}  // namespace handoff
