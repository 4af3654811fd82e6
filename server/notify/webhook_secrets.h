#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "handoff/result.h"

namespace handoff {

/// What webhooks are signed with: HMAC-SHA256 as in Standard Webhooks 1.0.0. Immutable.
class WebhookSecrets {
 public:
  /// None: nothing is signed.
  WebhookSecrets() = default;

  /// `whsec_` and 24 to 64 bytes in base64; while one secret replaces another both, with a space
  /// between them. kInvalid: anything else; the message does not repeat it.
  static Result<WebhookSecrets> parse(std::string_view text);

  bool empty() const { return keys_.empty(); }

  /// The value of `webhook-signature`: `v1,…` for each secret, with a space between them.
  /// `timestamp`: Unix seconds. REQUIRES: no dot in `id`, which would move the border between id,
  /// timestamp and body.
  std::string sign(std::string_view id, std::int64_t timestamp, std::string_view body) const;

 private:
  std::vector<std::string> keys_ = {};
};

}  // namespace handoff
