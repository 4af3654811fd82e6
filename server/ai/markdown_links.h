#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ai/link_hosts.h"

namespace handoff {

/// What to do with a stretch of Markdown.
struct LinkEdit {
  std::size_t begin = 0;  ///< bytes [begin, end) give way to `replacement`, which is kept as it is
  std::size_t end = 0;
  std::string replacement = {};
  int refused = 0;  ///< 1: the words of a link that is not allowed begin behind it; -1: they end
};

struct LinkEdits {
  std::vector<LinkEdit> edits = {};  ///< in order, none inside another
  bool image = false;
  bool link = false;
};

/// The images and links in brackets of one paragraph and what becomes of them. An image goes with
/// its words; a link that is not allowed leaves its words; an allowed one is written as the widget
/// shows it, `[words](address)`; so is the first line of a reference's definition, as its bare
/// address. Linear, whatever the brackets.
LinkEdits find_link_edits(std::string_view paragraph, const LinkHosts& hosts);

}  // namespace handoff
