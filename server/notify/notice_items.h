#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "notify/notice.h"
#include "notify/notice_words.h"

namespace handoff {

/// The first `most` items of a list, `Ann: Refund (Tue 24 Nov, 11:30)`, and how many more there
/// are. Each of them is one clean line.
std::vector<std::string> item_lines(const Notice& notice, const NoticeWords& words,
                                    std::size_t most);

/// The first three, with `between` between them.
std::string items_text(const Notice& notice, const NoticeWords& words, std::string_view between);

/// "Promised by …"; empty where nothing was.
std::string promised_by(const std::string& due, const NoticeWords& words);

}  // namespace handoff
