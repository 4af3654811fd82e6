#pragma once

#include <cstddef>
#include <string_view>

namespace handoff {

/// How much of a text that is still being written may be looked at: up to the last sentence that is
/// complete and not inside of a code fence, bold or code on its line, a bracket, a link, a tag or a
/// comment that has not ended. What is written later does not change what is before it.
/// REQUIRES: clean characters. Linear.
std::size_t checked_length(std::string_view text);

}  // namespace handoff
