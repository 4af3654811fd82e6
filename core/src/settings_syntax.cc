#include "settings_syntax.h"

#include <algorithm>

#include "handoff/phone.h"
#include "ip_syntax.h"

namespace handoff {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_small(c) || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_letter(c) || is_digit(c); }

template <class Predicate>
bool all(std::string_view text, Predicate predicate) {
  return std::all_of(text.begin(), text.end(), predicate);
}

bool has(std::string_view text, char c) { return text.find(c) != std::string_view::npos; }

/// Takes the part before `separator`, or all of it, off the front.
std::string_view next_part(std::string_view& text, char separator) {
  const auto end = std::min(text.find(separator), text.size());
  const auto part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

bool is_host_label(std::string_view label) {
  return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
         all(label, [](char c) { return is_word(c) || c == '-' || c == '_'; });
}

bool is_host_name(std::string_view host) {
  if (host.empty() || host.size() > 253 || host.back() == '.') return false;
  while (!host.empty()) {
    if (!is_host_label(next_part(host, '.'))) return false;
  }
  return true;
}

bool is_port(std::string_view text) {
  if (text.empty() || text.size() > 5 || !all(text, is_digit)) return false;
  int port = 0;
  for (const char c : text) port = port * 10 + (c - '0');
  return port >= 1 && port <= 65535;
}

/// `host`, `host:port`, `[::1]:port`.
bool is_authority(std::string_view text) {
  std::string_view rest = text;
  if (!text.empty() && text.front() == '[') {
    const auto close = text.find(']');
    if (close == std::string_view::npos || !is_ipv6(text.substr(1, close - 1))) return false;
    rest = text.substr(close + 1);
  } else {
    const auto host = text.substr(0, text.find(':'));
    if (!is_host_name(host)) return false;
    rest = text.substr(host.size());
  }
  return rest.empty() || (rest.front() == ':' && is_port(rest.substr(1)));
}

/// Removes `scheme://` when it is one of `schemes`.
bool take_scheme(std::string_view& text, std::initializer_list<std::string_view> schemes) {
  for (const auto scheme : schemes) {
    if (text.substr(0, scheme.size()) != scheme) continue;
    if (text.substr(scheme.size(), 3) != "://") continue;
    text.remove_prefix(scheme.size() + 3);
    return true;
  }
  return false;
}

bool is_mailbox(std::string_view text) {
  const auto at = text.rfind('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || text.size() > 254) return false;
  const auto local = text.substr(0, at);
  const bool plain = all(local, [](char c) {
    return static_cast<unsigned char>(c) > 0x20 && c != 0x7F && !has("<>(),;:\"[]\\@", c);
  });
  return plain && is_host_name(text.substr(at + 1));
}

}  // namespace

bool is_host(std::string_view text) { return is_host_name(text); }

bool is_zone_name(std::string_view text) {
  if (text.empty() || text.size() > 64 || !is_letter(text.front()) || text.back() == '/')
    return false;
  return text.find("//") == std::string_view::npos &&
         all(text, [](char c) { return is_word(c) || has("_+-/", c); });
}

bool is_locale(std::string_view text) {
  if (text.size() > 35 || text.empty() || text.back() == '-') return false;
  const auto language = next_part(text, '-');
  if (language.size() < 2 || language.size() > 3 || !all(language, is_small)) return false;
  while (!text.empty()) {
    const auto part = next_part(text, '-');
    if (part.empty() || part.size() > 8 || !all(part, is_word)) return false;
  }
  return true;
}

bool is_url(std::string_view text, std::initializer_list<std::string_view> schemes) {
  if (text.size() > 2048 || !take_scheme(text, schemes)) return false;
  const bool printable =
      all(text, [](char c) { return c > 0x20 && c < 0x7F && !has("\"<>\\^`{|}#", c); });
  return printable && is_authority(text.substr(0, text.find_first_of("/?")));
}

bool is_origin(std::string_view text) {
  return take_scheme(text, {"https", "http"}) && text.size() <= 300 && is_authority(text);
}

bool is_email(std::string_view text, bool display_name) {
  if (!display_name || text.empty() || text.back() != '>') return is_mailbox(text);
  const auto open = text.rfind('<');
  if (open == std::string_view::npos || !is_one_line(text, 320)) return false;
  return !has(text.substr(0, open), '<') &&
         is_mailbox(text.substr(open + 1, text.size() - open - 2));
}

bool is_phone(std::string_view text) {
  return text.size() >= 8 && text.size() <= 16 && text[0] == '+' && text[1] != '0' &&
         all(text.substr(1), is_digit);
}

bool is_webhook_secret(std::string_view text) {
  if (text.substr(0, 6) != "whsec_" || text.size() > 512) return false;
  text.remove_prefix(6);
  for (int padding = 0; padding < 2 && !text.empty() && text.back() == '='; ++padding) {
    text.remove_suffix(1);
  }
  return text.size() >= 2 && all(text, [](char c) { return is_word(c) || has("+/-_", c); });
}

bool is_site_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 &&
         all(text, [](char c) { return is_small(c) || is_digit(c) || c == '-'; });
}

bool is_one_line(std::string_view text, std::size_t max) {
  return !text.empty() && text.size() <= max &&
         all(text, [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; });
}

}  // namespace handoff
