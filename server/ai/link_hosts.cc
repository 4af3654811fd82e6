#include "ai/link_hosts.h"

#include <algorithm>
#include <cctype>

#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::size_t kLongestQuery = 2048;
constexpr std::size_t kLongestHost = 253;
/// An address encoded more often than this is not looked for.
constexpr int kDecodings = 3;

bool is_alnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool is_foreign(char c) { return static_cast<unsigned char>(c) >= 0x80; }

std::string lower(std::string_view text) {
  std::string out;
  for (const char c : text) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

/// Labels of letters, digits and hyphens, none empty.
bool is_host_name(std::string_view host) {
  if (host.empty() || host.size() > kLongestHost) return false;
  char before = '.';
  for (const char c : host) {
    if (c == '.' ? before == '.' : !is_alnum(c) && c != '-' && c != '_' && !is_foreign(c))
      return false;
    before = c;
  }
  return before != '.';
}

/// Without port 443 and the root's dot; empty when the port is another.
std::string_view without_port(std::string_view authority) {
  if (authority.ends_with(":443")) authority.remove_suffix(4);
  if (authority.ends_with(".")) authority.remove_suffix(1);
  return authority.find(':') == kNone ? authority : std::string_view();
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char low = static_cast<char>(c | 0x20);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool two = text[at] == '%' && at + 2 < text.size();
    const int high = two ? hex_value(text[at + 1]) : -1;
    const int low = two ? hex_value(text[at + 2]) : -1;
    if (high < 0 || low < 0) {
      out += text[at];
    } else {
      out += static_cast<char>(high * 16 + low);
      at += 2;
    }
  }
  return out;
}

}  // namespace

LinkHosts::LinkHosts(const std::vector<std::string>& hosts) {
  for (const std::string& host : hosts) {
    std::string name = lower(host);
    if (name.starts_with("*.")) name.erase(0, 2);
    if (name.ends_with(".")) name.pop_back();
    if (is_host_name(name)) hosts_.push_back(std::move(name));
  }
}

bool LinkHosts::allows_host(std::string_view host) const {
  const std::string name = lower(host);
  if (!is_host_name(name)) return false;
  const bool foreign = std::any_of(name.begin(), name.end(), is_foreign);
  return std::any_of(hosts_.begin(), hosts_.end(), [&](const std::string& allowed) {
    if (name == allowed) return true;
    // Browsers read other characters as dots and slashes, so beyond ASCII there are no subdomains.
    return !foreign && name.size() > allowed.size() && name.ends_with(allowed) &&
           name[name.size() - allowed.size() - 1] == '.';
  });
}

bool LinkHosts::allows(std::string_view address) const {
  if (lower(address.substr(0, 8)) != "https://") return false;
  if (address.find_first_of("\\\"'<>` \t\n{}|^") != kNone) return false;
  const std::string_view rest = address.substr(8);
  const std::size_t end = std::min(rest.find_first_of("/?#"), rest.size());
  const std::string_view host = without_port(rest.substr(0, end));
  return !host.empty() && allows_host(host) && !leads_elsewhere(rest.substr(end));
}

bool LinkHosts::leads_elsewhere(std::string_view path) const {
  std::string read(path);
  for (int i = 0; i < kDecodings; ++i) {
    std::replace(read.begin(), read.end(), '\\', '/');
    for (std::size_t at = read.find("//"); at != kNone; at = read.find("//", at + 1)) {
      const std::string_view rest = std::string_view(read).substr(at + 2);
      const std::string_view host = rest.substr(0, rest.find_first_of("/?#&;,\"'<> "));
      if (!host.starts_with('/') && host_name_size(host) > 0 && !allows_host(without_port(host)))
        return true;
      if (host.find('@') != kNone) return true;
    }
    std::string decoded = percent_decoded(read);
    if (decoded == read) break;
    read = std::move(decoded);
  }
  return false;
}

std::string with_short_query(std::string_view address) {
  const std::size_t query = address.find('?');
  if (query == kNone) return std::string(address);
  const std::size_t fragment = std::min(address.find('#', query), address.size());
  if (fragment - query <= kLongestQuery) return std::string(address);
  std::string_view kept = address.substr(0, query + kLongestQuery);
  // Not in the middle of an escape or of a character.
  if (const std::size_t escape = kept.rfind('%'); escape != kNone && escape + 3 > kept.size())
    kept = kept.substr(0, escape);
  return std::string(kept.substr(0, first_invalid_utf8(kept).value_or(kept.size())));
}

std::size_t host_name_size(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (is_alnum(text[end]) || is_foreign(text[end]) || text[end] == '-' ||
                               text[end] == '_' || text[end] == '.'))
    ++end;
  while (end > 0 && (text[end - 1] == '.' || text[end - 1] == '-' || text[end - 1] == '_')) --end;
  const std::string_view name = text.substr(0, end);
  const std::size_t dot = name.rfind('.');
  if (dot == kNone || dot == 0 || end - dot <= 2) return 0;
  const std::string_view last = name.substr(dot + 1);
  const bool letters = std::all_of(last.begin(), last.end(), [](char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || is_foreign(c);
  });
  const bool encoded = last.starts_with("xn--");
  return letters || encoded ? end : 0;
}

}  // namespace handoff
