#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "handoff/json.h"

/// JSON that a stranger's server wrote: nothing is certain of its types. Pure; thread-safe; nothing
/// here throws.
namespace handoff {

/// Strict JSON, a mapping or a list. Where that fails it is read once more with ill-formed UTF-8
/// and halves of surrogate pairs replaced by U+FFFD: servers cut text between tokens, and a token
/// may end in the middle of an emoji. nullopt when it is no JSON, or a bare value.
std::optional<Json> provider_json(std::string_view text);

/// The member `key`; a null when there is none or `value` is no mapping.
const Json& member(const Json& value, const char* key);

/// The text of a string, the digits of a whole number; empty for everything else.
std::string text_of(const Json& value);

/// A number, also one that was written as a string ("12", "-0.5"); nullopt for everything else.
std::optional<double> number_of(const Json& value);

}  // namespace handoff
