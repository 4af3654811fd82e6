#include "notify/push_keys.h"

#include "notify/base64url.h"
#include "notify/p256.h"

namespace handoff {
namespace {

constexpr std::size_t kSecretBytes = 16;

}  // namespace

Result<PushKeys> PushKeys::parse(std::string_view p256dh, std::string_view auth) {
  auto point = from_base64url(p256dh);
  auto secret = from_base64url(auth);
  Error error{.code = ErrorCode::kInvalid, .message = "the keys of the subscription are not right"};
  if (!point || !is_p256_point(*point)) {
    error.fields.push_back(
        {"keys.p256dh",
         "is no key; 65 bytes in base64url are accepted, a point on the curve P-256"});
  }
  if (!secret || secret->size() != kSecretBytes) {
    error.fields.push_back({"keys.auth", "is no secret; 16 bytes in base64url are accepted"});
  }
  if (!error.fields.empty()) return error;
  return PushKeys(std::move(*point), std::move(*secret));
}

}  // namespace handoff
