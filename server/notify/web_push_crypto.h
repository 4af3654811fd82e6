#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "handoff/result.h"
#include "notify/p256.h"
#include "notify/push_keys.h"

/// A web push message's body: `aes128gcm` (RFC 8188) with the keys of RFC 8291, one record of 4,096
/// bytes. Pure but for the randomness of `PushOnce::fresh`; thread-safe.
namespace handoff {

/// What fits into one record behind the header, with its delimiter and tag.
inline constexpr std::size_t kPushPlaintextBytes = 4096 - 86 - 16 - 1;

/// What must be new for each message: our key pair and 16 bytes of salt.
struct PushOnce {
  P256Key key;
  std::string salt;

  static PushOnce fresh();
};

/// What the two sides derive.
struct PushSecrets {
  std::string input_key;    ///< 32 bytes, IKM of RFC 8188
  std::string content_key;  ///< 16 bytes
  std::string nonce;        ///< 12 bytes
};

/// RFC 8291, 3.4.
PushSecrets push_secrets(const PushKeys& browser, const PushOnce& once);

/// The body to send. kInvalid: more than `kPushPlaintextBytes`.
Result<std::string> encrypt_push(const PushKeys& browser, std::string_view plaintext,
                                 const PushOnce& once = PushOnce::fresh());

}  // namespace handoff
