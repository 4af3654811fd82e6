#include "notify/webhook.h"

#include "notify/http_delivery.h"

namespace handoff {
namespace {

using End = DeliveryOutcome::End;

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
  return is_passing_status(status) ? End::kTryLater : End::kRefused;
}

DeliveryOutcome answered(const HttpAnswer& answer, Instant now) {
  DeliveryOutcome out{.end = end_of(answer.status),
                      .what = "answered " + std::to_string(answer.status)};
  if (out.end == End::kTryLater) out.retry_after = retry_after(answer, now);
  return out;
}

}  // namespace

std::string webhook_body(std::string_view type, Instant at, const Json& data) {
  return dump_json({{"type", type}, {"timestamp", format_utc(at)}, {"data", data}});
}

DeliveryOutcome deliver(const HttpClient& client, const WebhookSecrets& secrets,
                        const WebhookDelivery& delivery, Instant now, Cancellation* cancellation) {
  if (delivery.id.empty() || delivery.id.find('.') != std::string::npos) {
    return {.end = End::kRefused, .what = "the delivery's id is empty or holds a dot"};
  }
  const HttpOutcome outcome = client.send(call_of(secrets, delivery, now), cancellation);
  if (auto without = outcome_without_answer(outcome)) return *without;
  return answered(outcome.answer, now);
}

}  // namespace handoff
