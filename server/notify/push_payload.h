#pragma once

#include <string>

#include "notify/notice.h"

/// What a browser shows. The shape is that of a declarative push message (W3C Push API): Safari
/// shows it by itself, elsewhere our service worker reads the same members. Pure.
namespace handoff {

/// JSON of at most about 3 KB, which every push service takes. A notice without a `link` is not
/// declarative: then the service worker opens the inbox.
std::string push_payload(const Notice& notice);

/// Title and link alone, for a service that takes less.
std::string short_push_payload(const Notice& notice);

/// What replaces what, on the agent's screen: the conversation, or the kind of news where there is
/// no single one.
std::string push_tag(const Notice& notice);

}  // namespace handoff
