#pragma once

#include <string>

#include "notify/notice.h"
#include "notify/notice_words.h"

namespace handoff {

/// What a notice is about, in one line of our own words: `🙋 Human Handoff Requested`. The only
/// names in it are those of the site and its team. Pure.
std::string notice_title(const Notice& notice, const NoticeWords& words);

}  // namespace handoff
