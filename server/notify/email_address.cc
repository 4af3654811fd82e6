#include "notify/email_address.h"

#include <idn2.h>

#include <algorithm>
#include <optional>

#include "handoff/utf8.h"
#include "notify/mime.h"

namespace handoff {
namespace {

constexpr std::size_t kLongestText = 512;
constexpr std::size_t kColumn = 6;            // behind "From: "
constexpr std::size_t kLongestLocal = 64;     // RFC 5321, 4.5.3.1
constexpr std::size_t kLongestAddress = 254;  // RFC 3696, erratum 1690

bool is_atom_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c != '\0' && std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos);
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

/// Atoms with single dots between them (RFC 5322, 3.2.3).
bool is_dot_atom(std::string_view text) {
  return !text.empty() && text.front() != '.' && text.back() != '.' &&
         text.find("..") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return c == '.' || is_atom_letter(c); });
}

bool is_host_name(std::string_view host) {
  return !host.empty() && host.front() != '.' && host.back() != '.' &&
         host.find("..") == std::string_view::npos &&
         std::all_of(host.begin(), host.end(), [](char c) {
           return c == '.' || c == '-' || c == '_' || (c >= '0' && c <= '9') ||
                  (c >= 'a' && c <= 'z');
         });
}

/// IDNA 2008; nullopt for what is no host name.
std::optional<std::string> ascii_host(const std::string& host) {
  std::uint8_t* found = nullptr;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(host.c_str());
  if (idn2_lookup_u8(bytes, &found, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL) != IDN2_OK) {
    return std::nullopt;
  }
  std::string ascii(reinterpret_cast<const char*>(found));
  idn2_free(found);
  if (!is_host_name(ascii)) return std::nullopt;
  return ascii;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// The name without the quotes it may stand in.
std::string unquoted(std::string_view name) {
  name = trimmed(name);
  if (name.size() < 2 || name.front() != '"' || name.back() != '"') return std::string(name);
  std::string out;
  for (std::size_t i = 1; i + 1 < name.size(); ++i) {
    if (name[i] == '\\' && i + 2 < name.size()) ++i;
    out += name[i];
  }
  return out;
}

std::string quoted(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

Error refused(std::string what) {
  return {.code = ErrorCode::kInvalid, .message = std::move(what)};
}

Result<Mailbox> read_address(std::string name, std::string_view address) {
  const auto at = address.rfind('@');
  if (at == std::string_view::npos) {
    return refused("is no e-mail address; name@example.com is accepted");
  }
  const std::string_view local = address.substr(0, at);
  if (local.size() > kLongestLocal || !is_dot_atom(local)) {
    return refused(
        "has something before the @ that is not accepted; ASCII letters, digits and "
        "the usual signs are");
  }
  const auto domain = ascii_host(std::string(address.substr(at + 1)));
  if (!domain || local.size() + 1 + domain->size() > kLongestAddress) {
    return refused("has no host name behind the @");
  }
  return Mailbox{std::move(name), std::string(local), *domain};
}

}  // namespace

std::string Mailbox::header() const {
  if (name.empty()) return address();
  const std::string encoded = encoded_words(name, kColumn);
  const bool plain =
      std::all_of(name.begin(), name.end(), [](char c) { return c == ' ' || is_atom_letter(c); });
  // On a line of its own the address fits, whatever the name is.
  const std::string_view space = name.size() + address().size() > 60 ? "\r\n <" : " <";
  return (plain || encoded != name ? encoded : quoted(name)) + std::string(space) + address() + ">";
}

Result<Mailbox> parse_mailbox(std::string_view text) {
  if (text.size() > kLongestText || std::any_of(text.begin(), text.end(), is_control) ||
      first_invalid_utf8(text)) {
    return refused("holds control characters or is too long; one line is accepted");
  }
  text = trimmed(text);
  const auto open = text.rfind('<');
  if (open == std::string_view::npos || text.back() != '>') return read_address({}, text);
  return read_address(unquoted(text.substr(0, open)),
                      text.substr(open + 1, text.size() - open - 2));
}

}  // namespace handoff
