#include "notify/webhook.h"

#include "notify/retry_after.h"

namespace handoff {
namespace {

using End = WebhookOutcome::End;

/// Nobody reads what an endpoint says; this much is taken to keep the connection.
constexpr std::size_t kMostAnswerBytes = 64 * 1024;

HttpCall call_of(const WebhookSecrets& secrets, const WebhookDelivery& delivery, Instant now) {
  const auto timestamp = std::chrono::floor<Seconds>(now).time_since_epoch().count();
  HttpCall call{.url = delivery.url,
                .headers = {{"Content-Type", "application/json"},
                            {"User-Agent", "Handoff/" HANDOFF_VERSION},
                            {"webhook-id", delivery.id},
                            {"webhook-timestamp", std::to_string(timestamp)}},
                .body = delivery.body,
                .first_byte_within = delivery.within,
                .total_within = delivery.within};
  if (!secrets.empty()) {
    call.headers.emplace_back("webhook-signature",
                              secrets.sign(delivery.id, timestamp, delivery.body));
  }
  call.on_body = [left = kMostAnswerBytes](std::string_view piece) mutable {
    left -= std::min(left, piece.size());
    return left > 0;
  };
  return call;
}

End end_of(int status) {
  if (status >= 200 && status < 300) return End::kDelivered;
  if (status == 410) return End::kGone;
  return status == 408 || status == 429 || status >= 500 ? End::kTryLater : End::kRefused;
}

WebhookOutcome answered(const HttpAnswer& answer, Instant now) {
  WebhookOutcome out{.end = end_of(answer.status),
                     .status = answer.status,
                     .what = "answered " + std::to_string(answer.status)};
  const auto retry_after = answer.headers.find("retry-after");
  if (out.end == End::kTryLater && retry_after != answer.headers.end()) {
    out.retry_after = parse_retry_after(retry_after->second, now);
  }
  return out;
}

}  // namespace

std::string webhook_body(std::string_view type, Instant at, const Json& data) {
  return dump_json({{"type", type}, {"timestamp", format_utc(at)}, {"data", data}});
}

WebhookOutcome deliver(const HttpClient& client, const WebhookSecrets& secrets,
                       const WebhookDelivery& delivery, Instant now, Cancellation* cancellation) {
  if (delivery.id.empty() || delivery.id.find('.') != std::string::npos) {
    return {.end = End::kRefused, .what = "the delivery's id is empty or holds a dot"};
  }
  const HttpOutcome outcome = client.send(call_of(secrets, delivery, now), cancellation);
  switch (outcome.end) {
    case HttpOutcome::End::kDone:
      return answered(outcome.answer, now);
    case HttpOutcome::End::kNotAllowed:
      return {.end = End::kRefused, .what = outcome.what};
    default:
      return {.end = End::kTryLater, .what = outcome.what};
  }
}

}  // namespace handoff
