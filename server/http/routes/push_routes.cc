#include "http/notification_api.h"

/// Browsers of agents that want notifications.
namespace handoff::http {
namespace {

constexpr std::size_t kEndpointMax = 2048;
constexpr std::size_t kKeyMax = 200;

Result<Response> show_key(NotificationDesk& desk) {
  const auto key = desk.push_key();
  return json_response(200, {{"public_key", key ? Json(*key) : Json(nullptr)}});
}

/// The `Agent` of this call; a program has no browser.
Result<std::string> agent_id(const Call& call) {
  const auto* agent = std::get_if<Agent>(&call.principal);
  if (agent) return agent->row.id;
  return Error{.code = ErrorCode::kForbidden,
               .message = "notifications in a browser are an agent's, not a program's"};
}

Result<Response> subscribe(Call& call, NotificationDesk& desk) {
  const auto who = agent_id(call);
  if (!who) return who.error();
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  std::string endpoint, p256dh, auth;
  if (reader.require("endpoint"))
    endpoint = reader.string("endpoint", 1, kEndpointMax).value_or("");
  if (const Json* keys = reader.require("keys") ? reader.value("keys") : nullptr) {
    JsonReader inner(*keys, "keys", errors);
    if (inner.require("p256dh")) p256dh = inner.string("p256dh", 1, kKeyMax).value_or("");
    if (inner.require("auth")) auth = inner.string("auth", 1, kKeyMax).value_or("");
  }
  reader.value("expirationTime");  // Browsers send it; no push service keeps to it.
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  const auto subscribed = desk.subscribe(*who, endpoint, p256dh, auth);
  if (!subscribed) return subscribed.error();
  return json_response(201, {{"endpoint", endpoint}});
}

Result<Response> unsubscribe(Call& call, NotificationDesk& desk) {
  const auto who = agent_id(call);
  if (!who) return who.error();
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  std::string endpoint;
  if (reader.require("endpoint"))
    endpoint = reader.string("endpoint", 1, kEndpointMax).value_or("");
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  desk.unsubscribe(*who, endpoint);
  return no_content();
}

}  // namespace

void add_push_routes(Api& api, NotificationDesk& desk) {
  constexpr const char* kPath = "/v1/push-subscriptions";
  api.add(kAgent, "GET", kPath, [&desk](Call&) { return show_key(desk); });
  api.add(kAgent, "POST", kPath, [&desk](Call& call) { return subscribe(call, desk); });
  api.add(kAgent, "DELETE", kPath, [&desk](Call& call) { return unsubscribe(call, desk); });
}

}  // namespace handoff::http
