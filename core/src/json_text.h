#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Writes JSON text piece by piece, without building values first.
namespace handoff {

/// `text` in double quotes. Invalid UTF-8 becomes U+FFFD.
void append_json_string(std::string& out, std::string_view text);
/// Hundredths: `97` as `0.97`, `100` as `1`.
void append_json_percent(std::string& out, int value);

}  // namespace handoff
