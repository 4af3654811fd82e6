#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The characters of HTTP (RFC 9110, section 5.6) and the few ways we take its texts apart. Pure
/// functions.
namespace handoff::http {

bool is_token(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);
/// Without spaces and tabs at both ends.
std::string_view trim(std::string_view text);
/// Cuts `rest` at the first `separator` and returns what stood before it; the separator is dropped.
std::string_view next_part(std::string_view& rest, char separator);
/// The first field of that name, case-insensitive; empty when there is none.
std::string_view find_field(const std::vector<std::pair<std::string, std::string>>& fields,
                            std::string_view name);
/// Decodes `%41`. nullopt when an escape is cut short or not hexadecimal.
std::optional<std::string> percent_decode(std::string_view text);
/// Decodes a query string; broken escapes stay as they are, `+` is a space.
std::vector<std::pair<std::string, std::string>> parse_query(std::string_view text);

}  // namespace handoff::http
