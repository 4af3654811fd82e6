#pragma once

#include <string>

#include "notify/notice.h"

namespace handoff {

/// The body for an incoming webhook of Slack: blocks, and a `text` for notifications, screen
/// readers and chats that know no blocks. What strangers wrote stands in `rich_text`, where nothing
/// is markup: no `<!here>`, no `*bold*`, no link under another name. In `text`, which knows no such
/// place, `&`, `<` and `>` are escaped, and an `@` that begins a word is parted from it. Pure.
std::string slack_message(const Notice& notice);

}  // namespace handoff
