#include "notify/http_delivery.h"

#include <algorithm>

namespace handoff {
namespace {

constexpr int kMostDigits = 9;
constexpr std::chrono::seconds kLongest = std::chrono::hours(24);

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

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

std::optional<std::chrono::seconds> retry_after(const HttpAnswer& answer) {
  const auto found = answer.headers.find("retry-after");
  if (found == answer.headers.end() || !is_number(found->second)) return std::nullopt;
  if (found->second.size() > kMostDigits) return kLongest;
  return std::min(kLongest, std::chrono::seconds(std::stol(found->second)));
}

}  // namespace handoff
