#pragma once

#include <string>
#include <string_view>

#include "ai/link_hosts.h"

namespace handoff {

struct AllowedLinks {
  std::string text;
  bool image = false;  ///< an image was taken out
  bool link = false;   ///< an address that is not allowed was taken out
};

/// Markdown without images and without links to hosts that are not allowed, paragraph by paragraph.
/// REQUIRES: clean characters, no HTML. One pass: what it brings together may need another.
AllowedLinks with_allowed_links(std::string_view text, const LinkHosts& hosts);

}  // namespace handoff
