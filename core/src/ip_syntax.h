#pragma once

#include <string_view>

/// The text forms of IP addresses, without a socket library: the core has none. Pure.
namespace handoff {

/// Four decimal numbers up to 255, no leading zeros (which some readers take as octal).
bool is_ipv4(std::string_view text);

/// RFC 4291: eight groups, one `::`, an IPv4 tail; no zone.
bool is_ipv6(std::string_view text);

}  // namespace handoff
