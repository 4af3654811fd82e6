#pragma once

#include <string>
#include <vector>

namespace handoff::testing {

/// URLs that lead to this computer, or try to make a parser believe that they do not. PORT stands
/// for the port. Text in UTF-8.
std::vector<std::string> loopback_urls();

}  // namespace handoff::testing
