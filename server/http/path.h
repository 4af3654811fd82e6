#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The path of a target, taken apart and decoded exactly once. Pure functions.
namespace handoff::http {

/// The decoded segments of `/a/b%20c`; `/` has none, a slash at the end adds an empty one. nullopt
/// for what a path of ours never is: `.` and `..`, an empty segment inside, an encoded slash,
/// backslashes, control characters, ill-formed UTF-8 or escapes.
std::optional<std::vector<std::string>> parse_path(std::string_view path);

}  // namespace handoff::http
