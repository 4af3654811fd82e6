#pragma once

#include <string>
#include <string_view>

#include "handoff/result.h"

namespace handoff {

/// What a browser gives us to encrypt for it: a point on P-256 and a secret. Only whole and right
/// ones exist. Immutable.
class PushKeys {
 public:
  /// As the browser writes them, base64url: `keys.p256dh` (65 bytes, a point on the curve) and
  /// `keys.auth` (16 bytes). kInvalid names each wrong one.
  static Result<PushKeys> parse(std::string_view p256dh, std::string_view auth);

  const std::string& point() const { return point_; }    ///< bytes
  const std::string& secret() const { return secret_; }  ///< bytes

 private:
  PushKeys(std::string point, std::string secret)
      : point_(std::move(point)), secret_(std::move(secret)) {}

  std::string point_;
  std::string secret_;
};

}  // namespace handoff
