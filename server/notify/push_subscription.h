#pragma once

#include <string>
#include <string_view>

#include "handoff/result.h"
#include "notify/push_keys.h"

namespace handoff {

/// Where one browser of an agent is reached. Only whole and right ones exist. Immutable.
class PushSubscription {
 public:
  /// As the browser gives it (`PushSubscription.toJSON()`). `plain_http`: whether http: is taken as
  /// well, for a push service of one's own in the house (`outbound.allow_private_cidrs` names one);
  /// which addresses are reached is for `HttpClient` to say, at each message. kInvalid names each
  /// wrong field, without repeating it: who has the endpoint can send to it.
  static Result<PushSubscription> parse(const std::string& endpoint, std::string_view p256dh,
                                        std::string_view auth, bool plain_http = false);

  const std::string& endpoint() const { return endpoint_; }
  /// Of the endpoint; for `is_push_service`.
  const std::string& host() const { return host_; }
  /// Scheme and host of the endpoint, and the port where it is not the usual one.
  const std::string& origin() const { return origin_; }
  const PushKeys& keys() const { return keys_; }

 private:
  PushSubscription(std::string endpoint, std::string host, std::string origin, PushKeys keys)
      : endpoint_(std::move(endpoint)),
        host_(std::move(host)),
        origin_(std::move(origin)),
        keys_(std::move(keys)) {}

  std::string endpoint_;
  std::string host_;
  std::string origin_;
  PushKeys keys_;
};

}  // namespace handoff
