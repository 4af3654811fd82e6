#pragma once

#include <string>
#include <string_view>

#include "notify/notice.h"
#include "notify/notice_words.h"

namespace handoff {

/// The first items of a list, `Ann: Refund (Tue 24 Nov, 11:30)`, and how many more there are, with
/// `between` between them. Each of them is one clean line.
std::string items_text(const Notice& notice, const NoticeWords& words, std::string_view between);

/// "Promised by …"; empty where nothing was.
std::string promised_by(const std::string& due, const NoticeWords& words);

}  // namespace handoff
