#pragma once

#include <string>
#include <string_view>

#include "ai/link_hosts.h"

namespace handoff {

/// Appends `words`, without the addresses in them that lead to hosts which are not allowed: with a
/// scheme, beginning with `//` or `www.`, a host with a path, mail addresses. `refused`: they are
/// the words of a link that was not allowed, and a host name alone is an address, too. Answers
/// whether anything was left out. Linear.
bool append_without_addresses(std::string& out, std::string_view words, const LinkHosts& hosts,
                              bool refused);

}  // namespace handoff
