#include "handoff/phone.h"
#include "handoff/settings_json.h"
#include "http/fields.h"
#include "http/notification_api.h"
#include "store/notification_preferences.h"

/// How an agent wants to be told beside the dashboard.
namespace handoff::http {
namespace {

using store::NotificationPreferences;

constexpr std::size_t kPhoneMax = 50;

/// As people write it: `+40 (700) 000-000`.
std::string without_gaps(std::string number) {
  std::erase_if(
      number, [](char c) { return std::string_view(" ()-./").find(c) != std::string_view::npos; });
  return number;
}

Result<Agent> agent_of(const Call& call) {
  if (const auto* agent = std::get_if<Agent>(&call.principal)) return *agent;
  return Error{.code = ErrorCode::kForbidden,
               .message = "notification preferences are an agent's, not a program's"};
}

Response shown(const Call& call, const NotificationPreferences& preferences) {
  const auto site = call.services.sites.current();
  const auto& notifications = site->settings.notifications;
  Json available = Json::array();
  if (notifications.email) available.push_back("email");
  if (notifications.whatsapp) available.push_back("whatsapp");
  const auto& quiet = preferences.quiet_hours;
  return json_response(200, {{"available", available},
                             {"email", preferences.email},
                             {"whatsapp", preferences.whatsapp},
                             {"phone", preferences.phone},
                             {"quiet_hours", quiet ? day_interval_json(*quiet) : Json(nullptr)},
                             {"timezone", site->settings.availability.timezone}});
}

NotificationPreferences read_preferences(JsonReader& reader, std::vector<FieldError>& errors) {
  NotificationPreferences out;
  out.email = reader.boolean("email").value_or(false);
  out.whatsapp = reader.boolean("whatsapp").value_or(false);
  out.phone = without_gaps(reader.string("phone", 0, kPhoneMax).value_or(""));
  if (!out.phone.empty() && !is_phone(out.phone))
    reader.error("phone", "is no international number; one such as +40 700 000 000 is accepted");
  if (out.whatsapp && out.phone.empty())
    reader.error("phone", "is missing; WhatsApp needs a number such as +40 700 000 000");
  const Json* quiet = reader.value("quiet_hours");
  if (quiet && !quiet->is_null())
    out.quiet_hours = read_day_interval(*quiet, "quiet_hours", errors);
  if (out.quiet_hours && out.quiet_hours->start == out.quiet_hours->end)
    reader.error("quiet_hours", "begin and end at the same time; leave them out for none");
  return out;
}

Result<Response> show(Call& call) {
  const auto agent = agent_of(call);
  if (!agent) return agent.error();
  return shown(call, call.services.database.read([&](Connection& connection) {
    return store::find_preferences(connection, agent->row.id);
  }));
}

Result<Response> change(Call& call) {
  const auto agent = agent_of(call);
  if (!agent) return agent.error();
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  const NotificationPreferences preferences = read_preferences(reader, errors);
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  const auto stored = call.services.database.write([&](Connection& tx) -> Result<Done> {
    store::save_preferences(tx, agent->row.id, preferences);
    return Done{};
  });
  if (!stored) return stored.error();
  return shown(call, preferences);
}

}  // namespace

void add_preference_routes(Api& api) {
  constexpr const char* kPath = "/v1/session/notifications";
  api.add(kAgent, "GET", kPath, show);
  api.add(kAgent, "PUT", kPath, change);
}

}  // namespace handoff::http
