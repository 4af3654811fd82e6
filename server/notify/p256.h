#pragma once

#include <openssl/types.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

/// Keys on the curve P-256 (secp256r1), by OpenSSL. Bytes in and out; where OpenSSL itself fails,
/// `std::runtime_error`.
namespace handoff {

inline constexpr std::size_t kP256PointBytes = 65;
inline constexpr std::size_t kP256ScalarBytes = 32;

/// Whether these are the 65 bytes of an uncompressed point (0x04, x, y) on the curve.
bool is_p256_point(std::string_view point);

/// A key pair. Immutable and cheap to copy; safe to share between threads.
class P256Key {
 public:
  static P256Key generate();
  /// From the private half, 32 bytes big-endian; nullopt when it is not in [1, order of the curve).
  static std::optional<P256Key> from_scalar(std::string_view scalar);

  std::string scalar() const;  ///< the private half: a secret
  const std::string& point() const { return point_; }

  /// The x of the shared point (ECDH), 32 bytes: a secret. REQUIRES: is_p256_point(other_point).
  std::string shared_secret(std::string_view other_point) const;
  /// ECDSA with SHA-256 as JWS wants it (RFC 7518, 3.4): r and s, 32 bytes each.
  std::string sign(std::string_view message) const;

 private:
  explicit P256Key(std::shared_ptr<EVP_PKEY> key);

  std::shared_ptr<EVP_PKEY> key_;
  std::string point_;
};

}  // namespace handoff
