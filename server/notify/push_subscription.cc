#include "notify/push_subscription.h"

#include <optional>

#include "net/outbound_url.h"

namespace handoff {
namespace {

constexpr std::size_t kEndpointBytes = 2048;

/// As browsers write an origin: without the scheme's own port.
std::string shown_origin(const OutboundUrl& url) {
  std::string origin = url.origin();
  const std::string_view usual = url.is_https() ? ":443" : ":80";
  if (origin.ends_with(usual)) origin.resize(origin.size() - usual.size());
  return origin;
}

/// Nothing when the endpoint is not one.
std::optional<OutboundUrl> address_of(const std::string& endpoint, bool plain_http) {
  if (endpoint.size() > kEndpointBytes) return std::nullopt;
  auto url = OutboundUrl::parse(endpoint);
  if (!url || (!url->is_https() && !plain_http)) return std::nullopt;
  return std::move(*url);
}

}  // namespace

Result<PushSubscription> PushSubscription::parse(const std::string& endpoint,
                                                 std::string_view p256dh, std::string_view auth,
                                                 bool plain_http) {
  const auto address = address_of(endpoint, plain_http);
  auto keys = PushKeys::parse(p256dh, auth);
  if (address && keys) {
    return PushSubscription(endpoint, address->host(), shown_origin(*address), std::move(*keys));
  }
  Error error = keys ? Error{.code = ErrorCode::kInvalid} : keys.error();
  error.message = "the push subscription is not right";
  if (!address) {
    error.fields.insert(error.fields.begin(),
                        {"endpoint",
                         "is no address of a push service; https: and at most 2048 "
                         "bytes are accepted"});
  }
  return error;
}

}  // namespace handoff
