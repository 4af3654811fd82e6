#include "notify/whatsapp.h"

#include "notify/http_delivery.h"
#include "notify/remote_json.h"
#include "notify/whatsapp_error.h"
#include "notify/whatsapp_message.h"

namespace handoff {
namespace {

using End = DeliveryOutcome::End;

constexpr std::size_t kAnswerBytes = 64 * 1024;
constexpr std::size_t kIdBytes = 256;

/// The body as JSON; a null when it is none.
Json body_of(const HttpAnswer& answer) {
  auto read = parse_json(answer.body);
  return read ? std::move(*read) : Json();
}

WhatsappFault fault_by_status(int status) {
  return is_passing_status(status) ? WhatsappFault::kPassing : WhatsappFault::kOurs;
}

std::optional<WhatsappError> error_in(const HttpAnswer& answer, const Json& body) {
  return read_whatsapp_error(remote::member(body, "error"), fault_by_status(answer.status));
}

DeliveryOutcome taken(const Json& body) {
  const Json& message = remote::item(remote::member(body, "messages"), 0);
  std::string id = remote::text(remote::member(message, "id"));
  if (id.empty() || id.size() > kIdBytes) {
    return {.end = End::kRefused,
            .what =
                "the answer holds no id of a message: notifications.whatsapp.graph_url does "
                "not lead to WhatsApp's Cloud API"};
  }
  return {.end = End::kDelivered, .remote_id = std::move(id)};
}

DeliveryOutcome refused(const HttpAnswer& answer, const Json& body, Instant now) {
  DeliveryOutcome out;
  if (const auto error = error_in(answer, body)) {
    out = outcome_of(*error);
  } else {
    out.end = is_passing_status(answer.status) ? End::kTryLater : End::kRefused;
    out.what = "WhatsApp answered " + std::to_string(answer.status);
  }
  if (out.end == End::kTryLater) {
    if (const auto wait = retry_after(answer, now)) out.retry_after = wait;
  }
  return out;
}

DeliveryOutcome outcome_of_call(const HttpOutcome& call, Instant now) {
  if (auto without = outcome_without_answer(call)) return *without;
  const Json body = body_of(call.answer);
  return call.ok() ? taken(body) : refused(call.answer, body, now);
}

bool window_is_closed(const HttpOutcome& call) {
  if (call.end != HttpOutcome::End::kDone || call.ok()) return false;
  const auto error = error_in(call.answer, body_of(call.answer));
  return error && error->fault == WhatsappFault::kWindowClosed;
}

std::string messages_url(const WhatsappSettings& settings) {
  std::string url = settings.graph_url;
  while (url.ends_with('/')) url.pop_back();
  return url + "/" + settings.phone_number_id + "/messages";
}

}  // namespace

DeliveryOutcome Whatsapp::deliver(const Notice& notice, const WhatsappRecipient& to,
                                  bool window_open, const WhatsappSettings& settings, Instant now,
                                  Cancellation* cancellation) const {
  if (window_open) {
    const HttpOutcome call = post(whatsapp_text(notice, to), settings, cancellation);
    if (!window_is_closed(call)) return outcome_of_call(call, now);
  }
  return outcome_of_call(
      post(whatsapp_template(notice, to, settings.template_name, settings.language), settings,
           cancellation),
      now);
}

HttpOutcome Whatsapp::post(std::string body, const WhatsappSettings& settings,
                           Cancellation* cancellation) const {
  HttpCall call{
      .url = messages_url(settings), .body = std::move(body), .answer_bytes = kAnswerBytes};
  call.headers = {{"Content-Type", "application/json"},
                  {"Authorization", "Bearer " + settings.access_token}};
  return http_.send(call, cancellation);
}

}  // namespace handoff
