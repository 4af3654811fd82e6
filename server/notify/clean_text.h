#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Words of strangers, made fit to stand among ours. Pure.
namespace handoff {

/// `text` on one line, at most `most` characters; a longer one ends in "…". White space of any kind
/// and length becomes one space. Taken out is what is not seen and changes how the rest is read:
/// control characters, direction marks and overrides, zero-width spaces, tags. What joins letters
/// and emoji stays. Ill-formed UTF-8 becomes U+FFFD.
std::string one_line(std::string_view text, std::size_t most);

}  // namespace handoff
