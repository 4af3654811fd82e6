#include "notify/web_push.h"

#include <openssl/evp.h>

#include "notify/base64url.h"
#include "notify/http_delivery.h"
#include "notify/openssl_handles.h"
#include "notify/push_answer.h"
#include "notify/push_payload.h"
#include "notify/web_push_crypto.h"

namespace handoff {
namespace {

using End = DeliveryOutcome::End;

constexpr std::size_t kAnswerBytes = 64 * 1024;
constexpr std::size_t kTopicBytes = 24;  // 32 signs of base64url, the most there may be

/// How long the push service keeps a message for a computer that is off. Who waits now has gone or
/// is served an hour later; a promise stays of interest.
std::chrono::seconds time_to_live(Notice::Kind kind) {
  switch (kind) {
    case Notice::Kind::kTest:
      return std::chrono::minutes(1);
    case Notice::Kind::kHandoff:
    case Notice::Kind::kDigest:
    case Notice::Kind::kPromiseDue:
      return std::chrono::hours(1);
    case Notice::Kind::kPromiseBroken:
    case Notice::Kind::kTeamBack:
      return std::chrono::hours(12);
  }
  return std::chrono::hours(1);
}

/// Replaces what is not shown yet of the same conversation. A hash: push services need not know
/// which one.
std::string topic(const Notice& notice) {
  const std::string tag = push_tag(notice);
  std::string hash(EVP_MAX_MD_SIZE, '\0');
  std::size_t size = hash.size();
  openssl::must_work(EVP_Q_digest(nullptr, "SHA256", nullptr, tag.data(), tag.size(),
                                  openssl::bytes_of(hash), &size) == 1,
                     "hash");
  return to_base64url(std::string_view(hash).substr(0, kTopicBytes));
}

bool is_too_long(const HttpOutcome& call) {
  return call.end == HttpOutcome::End::kDone && call.answer.status == 413;
}

}  // namespace

DeliveryOutcome WebPush::deliver(const Notice& notice, const PushSubscription& to,
                                 const std::string& subject, Instant now,
                                 Cancellation* cancellation) {
  const std::string authorization = vapid_.authorization(to.origin(), subject, now);
  std::string payload = push_payload(notice);
  if (payload.size() > kPushPlaintextBytes) payload = short_push_payload(notice);
  auto body = encrypt_push(to.keys(), payload);
  if (!body) return {.end = End::kRefused, .what = "the message " + body.error().message};
  HttpOutcome call = send(notice, *body, to, authorization, cancellation);
  if (is_too_long(call)) {
    body = encrypt_push(to.keys(), short_push_payload(notice));
    if (body) call = send(notice, *body, to, authorization, cancellation);
  }
  if (auto without = outcome_without_answer(call)) return *without;
  return push_outcome(call.answer, to.origin(), now);
}

HttpOutcome WebPush::send(const Notice& notice, const std::string& body, const PushSubscription& to,
                          const std::string& authorization, Cancellation* cancellation) const {
  HttpCall call{.url = to.endpoint(), .body = body, .answer_bytes = kAnswerBytes};
  call.headers = {{"TTL", std::to_string(time_to_live(notice.kind).count())},
                  {"Urgency", "high"},
                  {"Topic", topic(notice)},
                  {"Content-Type", "application/octet-stream"},
                  {"Content-Encoding", "aes128gcm"},
                  {"Authorization", authorization}};
  return http_.send(call, cancellation);
}

}  // namespace handoff
