#pragma once

#include <functional>
#include <string>
#include <string_view>

/// Writes out the short notation of the language data: `(talk|speak) (to|with); chat*` stands for
/// five phrases.
namespace handoff {

/// Calls `sink` with every folded phrase of the list; `prefix` tells that it ended in `*`. A part
/// in parentheses that is left open reaches to the end of its phrase.
void expand_phrases(std::string_view list,
                    const std::function<void(const std::string& folded, bool prefix)>& sink);

}  // namespace handoff
