#pragma once

#include <optional>
#include <string_view>

/// Decimal text to binary numbers without the C library, so that native and WebAssembly agree and
/// the browser does not load printf.
namespace handoff {

/// The double nearest to `text`, ties to even, as IEEE 754 wants it. REQUIRES: `text` is a number
/// as JSON spells it (RFC 8259, section 6). Nothing when it is too large for a double.
std::optional<double> double_from(std::string_view text);

}  // namespace handoff
