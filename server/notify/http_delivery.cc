#include "notify/http_delivery.h"

#include "notify/retry_after.h"

namespace handoff {

std::optional<DeliveryOutcome> outcome_without_answer(const HttpOutcome& call) {
  if (call.end == HttpOutcome::End::kDone) return std::nullopt;
  const bool for_good = call.end == HttpOutcome::End::kNotAllowed;
  return DeliveryOutcome{
      .end = for_good ? DeliveryOutcome::End::kRefused : DeliveryOutcome::End::kTryLater,
      .what = call.what};
}

bool is_passing_status(int status) {
  return status == 408 || status == 425 || status == 429 || status >= 500;
}

std::optional<Seconds> retry_after(const HttpAnswer& answer, Instant now) {
  const auto found = answer.headers.find("retry-after");
  if (found == answer.headers.end()) return std::nullopt;
  return parse_retry_after(found->second, now);
}

}  // namespace handoff
