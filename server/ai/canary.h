#pragma once

#include <string_view>

namespace handoff {

/// True when `canary` stands in `text` in a form from which a reader can have it back: in any case,
/// with anything but ASCII letters and digits between its characters (also as a numbered list),
/// reversed, in base64, hexadecimal or percent-encoded, in letters that only look different. A
/// canary of fewer than six letters and digits is found only as it stands. An empty one never.
bool repeats_canary(std::string_view text, std::string_view canary);

}  // namespace handoff
