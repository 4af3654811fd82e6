#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace handoff {

struct WithoutHtml {
  std::string text;
  bool removed = false;
  /// Where in the input a tag, a comment or a script begins that has not ended; npos when all have.
  std::size_t open = std::string_view::npos;
};

/// The text without HTML: the words between tags stay; comments, and what scripts, styles, drawings
/// and frames hold, go. An address in angle brackets stays without them when it is one of the web
/// or of mail. What is left of a `<` never begins a tag. Linear.
WithoutHtml without_html(std::string_view text);

}  // namespace handoff
