#include "notify/push_answer.h"

#include "notify/http_delivery.h"
#include "notify/remote_json.h"

namespace handoff {
namespace {

using End = DeliveryOutcome::End;

/// Too short for a token of ours to be sent back to us into a log.
constexpr std::size_t kReasonBytes = 40;

/// `reason` of Apple, `errno` of Mozilla; the others answer in prose.
std::string reason_in(const std::string& body) {
  const auto read = parse_json(body);
  if (!read) return {};
  const std::string reason = remote::plain_text(remote::member(*read, "reason"), kReasonBytes);
  return reason.empty() ? remote::plain_text(remote::member(*read, "errno"), kReasonBytes) : reason;
}

std::string answered(const HttpAnswer& answer, const std::string& origin) {
  const std::string reason = reason_in(answer.body);
  return origin + " answered " + std::to_string(answer.status) +
         (reason.empty() ? "" : " (" + reason + ")");
}

End end_of(int status) {
  if (status >= 200 && status < 300) return End::kDelivered;
  if (status == 404 || status == 410) return End::kGone;
  return is_passing_status(status) ? End::kTryLater : End::kRefused;
}

std::string_view explanation(int status) {
  if (status == 404 || status == 410) return ": this browser does not want notifications any more";
  if (status == 401 || status == 403)
    return ": it does not take our key or notifications.push.subject; is the clock right?";
  if (status == 413) return ": even the short message is too long for it";
  if (status >= 300 && status < 400) return ": it redirects, which is not followed";
  return {};
}

}  // namespace

DeliveryOutcome push_outcome(const HttpAnswer& answer, const std::string& origin, Instant now) {
  DeliveryOutcome out{.end = end_of(answer.status)};
  out.what = answered(answer, origin).append(explanation(answer.status));
  if (out.end == End::kTryLater) out.retry_after = retry_after(answer, now);
  return out;
}

}  // namespace handoff
