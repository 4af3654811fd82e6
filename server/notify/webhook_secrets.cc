#include "notify/webhook_secrets.h"

#include <sodium.h>

#include <array>
#include <optional>

namespace handoff {
namespace {

constexpr std::string_view kPrefix = "whsec_";
constexpr std::size_t kFewestBytes = 24;
constexpr std::size_t kMostBytes = 64;

using Digest = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

/// With or without padding.
std::optional<std::string> decode_key(std::string_view text) {
  while (!text.empty() && text.back() == '=') text.remove_suffix(1);
  std::string key(kMostBytes, '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(key.data()), key.size(),
                                       text.data(), text.size(), nullptr, &size, &end,
                                       sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
  if (failed != 0 || end != text.data() + text.size() || size < kFewestBytes) return std::nullopt;
  key.resize(size);
  return key;
}

std::string encode(const Digest& digest) {
  std::array<char, sodium_base64_ENCODED_LEN(sizeof(Digest), sodium_base64_VARIANT_ORIGINAL)> text;
  sodium_bin2base64(text.data(), text.size(), digest.data(), digest.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  return text.data();
}

std::string signature(const std::string& key, std::string_view head, std::string_view body) {
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
  crypto_auth_hmacsha256_update(&state, bytes_of(head), head.size());
  crypto_auth_hmacsha256_update(&state, bytes_of(body), body.size());
  Digest digest;
  crypto_auth_hmacsha256_final(&state, digest.data());
  return "v1," + encode(digest);
}

}  // namespace

Result<WebhookSecrets> WebhookSecrets::parse(std::string_view text) {
  WebhookSecrets out;
  while (true) {
    const auto space = text.find(' ');
    const auto part = text.substr(0, space);
    const auto key = part.substr(0, kPrefix.size()) == kPrefix
                         ? decode_key(part.substr(kPrefix.size()))
                         : std::nullopt;
    if (!key) {
      return Error{.code = ErrorCode::kInvalid,
                   .message =
                       "the secret of a webhook cannot be used; whsec_ followed by 24 to 64 "
                       "bytes in base64 is accepted, or two of them with a space between"};
    }
    out.keys_.push_back(*key);
    if (space == std::string_view::npos) return out;
    text.remove_prefix(space + 1);
  }
}

std::string WebhookSecrets::sign(std::string_view id, std::int64_t timestamp,
                                 std::string_view body) const {
  const std::string head = std::string(id) + "." + std::to_string(timestamp) + ".";
  std::string out;
  for (const std::string& key : keys_) out += (out.empty() ? "" : " ") + signature(key, head, body);
  return out;
}

}  // namespace handoff
