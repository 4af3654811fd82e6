#pragma once

#include <string>
#include <string_view>

namespace handoff {

/// `text` as characters of an HTML text or of an attribute in double quotes. Pure.
std::string html_escaped(std::string_view text);

}  // namespace handoff
