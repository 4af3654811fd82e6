#pragma once

#include <string>

#include "handoff/json.h"

/// Reads JSON that other servers wrote: members may be missing or of another type, unknown ones are
/// none of our business. Pure; nothing here throws.
namespace handoff::remote {

/// A null.
const Json& nothing();
/// `nothing()` when there is no such member, or no mapping.
const Json& member(const Json& value, const char* key);
/// `nothing()` when the list is shorter, or none.
const Json& item(const Json& value, std::size_t index);
/// A string, or a whole number in digits; empty for anything else.
std::string text(const Json& value);
/// As `text`, only what stands in words and names: letters, digits, space and ".,:_()-" of ASCII,
/// at most `max` bytes. For logs.
std::string plain_text(const Json& value, std::size_t max);

}  // namespace handoff::remote
