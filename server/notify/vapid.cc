#include "notify/vapid.h"

#include "handoff/json.h"
#include "notify/base64url.h"

namespace handoff {
namespace {

/// Half of what is allowed, so that clocks may differ.
constexpr std::chrono::hours kLifetime(12);
constexpr std::chrono::hours kRenewBefore(1);
/// There are a handful of push services; endpoints, though, are a browser's word.
constexpr std::size_t kMostTokens = 100;

}  // namespace

VapidKey::VapidKey(P256Key key) : key_(std::move(key)), public_key_(to_base64url(key_.point())) {}

VapidKey VapidKey::generate() { return VapidKey(P256Key::generate()); }

Result<VapidKey> VapidKey::parse(const std::string& text) {
  const auto scalar = from_base64url(text);
  auto key = scalar ? P256Key::from_scalar(*scalar) : std::nullopt;
  if (!key)
    return invalid("vapid", "is no key of ours; 43 signs of base64url, 32 bytes, are accepted");
  return VapidKey(std::move(*key));
}

std::string VapidKey::text() const { return to_base64url(key_.scalar()); }

std::string VapidKey::token(const std::string& origin, const std::string& subject,
                            Instant expires) const {
  const Json header = {{"typ", "JWT"}, {"alg", "ES256"}};
  const Json claims = {
      {"aud", origin},
      {"exp", std::chrono::duration_cast<Seconds>(expires.time_since_epoch()).count()},
      {"sub", subject}};
  const std::string signed_part =
      to_base64url(dump_json(header)) + "." + to_base64url(dump_json(claims));
  return signed_part + "." + to_base64url(key_.sign(signed_part));
}

std::string Vapid::authorization(const std::string& origin, const std::string& subject,
                                 Instant now) {
  const std::lock_guard lock(mutex_);
  if (tokens_.size() >= kMostTokens) tokens_.clear();
  Token& token = tokens_[{origin, subject}];
  // A clock that was set back would leave a token that lives too long to be taken.
  if (token.expires < now + kRenewBefore || token.expires > now + kLifetime) {
    token = {key_.token(origin, subject, now + kLifetime), now + kLifetime};
  }
  return "vapid t=" + token.text + ", k=" + key_.public_key();
}

}  // namespace handoff
