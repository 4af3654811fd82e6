#pragma once

#include <initializer_list>
#include <string_view>

/// The forms of the strings in the settings: whether a text looks right, not whether the thing
/// exists. Pure; linear.
namespace handoff {

/// `Europe/Bucharest`, `UTC`, `Etc/GMT+3`.
bool is_zone_name(std::string_view text);

/// `ro`, `pt-BR`, `zh-Hant-TW`.
bool is_locale(std::string_view text);

/// `10.0.0.0/8`, `fd00::/8`.
bool is_cidr(std::string_view text);

/// An absolute address of one of `schemes`: a host, perhaps a port, a path and a query; no user, no
/// fragment.
bool is_url(std::string_view text, std::initializer_list<std::string_view> schemes);

/// `https://shop.example:8443`: scheme, host and port alone, as browsers send it in `Origin`.
bool is_origin(std::string_view text);
/// The name of a host, without scheme, port or path.
bool is_host(std::string_view text);

/// `name@host`, or `Some Name <name@host>` when `display_name` is allowed. One line.
bool is_email(std::string_view text, bool display_name = false);

/// `whsec_` and base64.
bool is_webhook_secret(std::string_view text);

/// Small letters, digits and hyphens, 1 to 64.
bool is_site_id(std::string_view text);

/// 1 to `max` bytes without control characters, so that it cannot break a header or a log line.
bool is_one_line(std::string_view text, std::size_t max);

}  // namespace handoff
