#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace handoff {

/// A stranger's text as one line of at most `max` characters (code points): white space and control
/// characters of any kind become single spaces, marks that turn the direction of writing are left
/// out, so that nothing can pose as another line or as our own words. What is cut ends in "…".
std::string clean_line(std::string_view text, std::size_t max);

}  // namespace handoff
