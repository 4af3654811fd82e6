#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace handoff {

/// base64url without padding (RFC 4648, 5): how web push and tokens write bytes.
std::string to_base64url(std::string_view bytes);

/// nullopt: other signs, padding, or bits set behind the last byte.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace handoff
