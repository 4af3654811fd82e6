#include "http/notification_api.h"

/// What Meta calls: the handshake, and reports about our messages.
namespace handoff::http {
namespace {

/// Meta puts up to a thousand reports into one post.
constexpr std::size_t kReportBytes = 3 * 1024 * 1024;

Result<Response> handshake(Call& call, NotificationDesk& desk) {
  const auto said = [&](std::string_view name) {
    return std::string(call.request.query_value(name).value_or(""));
  };
  const auto answer =
      desk.answer_whatsapp(said("hub.mode"), said("hub.verify_token"), said("hub.challenge"));
  if (!answer) return answer.error();
  Response response;
  response.content(200, "text/plain; charset=utf-8", *answer);
  return response;
}

Result<Response> report(Call& call, NotificationDesk& desk) {
  const auto taken =
      desk.take_whatsapp_report(call.request.body, call.request.header("X-Hub-Signature-256"));
  if (!taken) return taken.error();
  return json_response(200, Json::object());
}

}  // namespace

void add_whatsapp_routes(Api& api, NotificationDesk& desk) {
  api.add(kAnybody, "GET", "/v1/hooks/whatsapp",
          [&desk](Call& call) { return handshake(call, desk); });
  api.add(
      kAnybody, "POST", "/v1/hooks/whatsapp", [&desk](Call& call) { return report(call, desk); },
      kReportBytes);
}

}  // namespace handoff::http
