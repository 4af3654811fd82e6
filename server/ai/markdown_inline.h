#pragma once

#include <string>
#include <string_view>

namespace handoff {

/// The words of one line of Markdown without its marks: `**[Prices](/p)** from `5`` gives `Prices
/// from 5`. Images go, links keep their text, HTML tags go. Never longer than the input; any bytes
/// are accepted.
std::string plain_text(std::string_view markdown);

}  // namespace handoff
