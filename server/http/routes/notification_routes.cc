#include "http/notification_api.h"
#include "service/notification_plan.h"

/// What was sent, and a test of each channel; administrators only.
namespace handoff::http {
namespace {

constexpr int kTestsPerMinute = 6;

Result<Response> test(Call& call, NotificationDesk& desk) {
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  std::optional<Channel> channel;
  if (reader.require("channel")) {
    const auto at = reader.one_of("channel", {"email", "push", "whatsapp", "webhook"});
    constexpr Channel kOrder[] = {Channel::kEmail, Channel::kPush, Channel::kWhatsapp,
                                  Channel::kWebhook};
    if (at) channel = kOrder[*at];
  }
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  const auto allowed = call.services.per_minute.take("notifications-test", kTestsPerMinute);
  if (!allowed) return allowed.error();
  const auto* agent = std::get_if<Agent>(&call.principal);
  const auto tested = desk.test(*channel, agent ? agent->row.id : "");
  if (!tested) return tested.error();
  return json_response(200, *tested);
}

Result<Response> list(Call& call, NotificationDesk& desk) {
  const std::string state(call.request.query_value("state").value_or(""));
  if (!state.empty() && state != "pending" && state != "done" && state != "dead")
    return invalid("state", "is not a state; pending, done or dead is accepted");
  return json_response(200, desk.deliveries(state));
}

Result<Response> replay(Call& call, NotificationDesk& desk) {
  const auto replayed = desk.replay(call.id());
  if (!replayed) return replayed.error();
  return json_response(200, {{"delivery", *replayed}});
}

}  // namespace

void add_notification_routes(Api& api, NotificationDesk& desk) {
  api.add(kAdmin, "POST", "/v1/notifications/test",
          [&desk](Call& call) { return test(call, desk); });
  api.add(kAdmin, "GET", "/v1/deliveries", [&desk](Call& call) { return list(call, desk); });
  api.add(kAdmin, "POST", "/v1/deliveries/{id}/replay",
          [&desk](Call& call) { return replay(call, desk); });
}

}  // namespace handoff::http
