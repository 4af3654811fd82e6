#pragma once

#include <string>

#include "notify/notice.h"

namespace handoff {

/// The body for a workflow of Microsoft Teams that waits for a webhook: a message with one Adaptive
/// Card of less than the 28 KB that Teams takes. All of it stands in runs of text, which know no
/// Markdown. Pure.
std::string teams_message(const Notice& notice);

}  // namespace handoff
