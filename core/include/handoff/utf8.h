#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF.
namespace handoff {

/// The byte offset of the first ill-formed sequence, or nullopt when all is well.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The number of code points; an ill-formed byte counts as one.
std::size_t code_points(std::string_view text);

/// The longest prefix with at most `max` code points.
std::string_view first_code_points(std::string_view text, std::size_t max);

/// Appends one code point. REQUIRES: a scalar value of Unicode.
void append_utf8(std::string& out, char32_t c);

}  // namespace handoff
