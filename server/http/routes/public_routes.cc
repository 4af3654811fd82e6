#include "handoff/messages.h"
#include "handoff/settings_json.h"
#include "http/fields.h"

/// What anybody may ask for: what the widget needs, and a new conversation.
namespace handoff::http {
namespace {

Json text_json(const LocalizedText& text, Phrase ours) {
  Json out = Json::object();
  for (const char* locale : {"en", "ro"}) out[locale] = phrase(ours, locale);
  for (const auto& [locale, words] : text.by_locale) {
    if (locale.empty()) return words;
    out[locale] = words;
  }
  return out;
}

Json callback_json(const CallbackSettings& callback) {
  constexpr const char* kNames[] = {"name", "email", "phone"};
  Json ask = Json::array();
  for (const ContactField field : callback.ask)
    ask.push_back(kNames[static_cast<std::size_t>(field)]);
  const double hours = static_cast<double>(callback.within.count()) / 60.0;
  return {{"within_hours",
           callback.within.count() % 60 == 0 ? Json(callback.within.count() / 60) : Json(hours)},
          {"count", callback.count == CallbackCount::kWorking ? "working" : "clock"},
          {"ask", ask}};
}

Result<Response> widget(Call& call) {
  const auto site = call.services.sites.current();
  if (call.request.param("site") != site->settings.site.id)
    return not_found("there is no such site");
  const Settings& settings = site->settings;
  constexpr const char* kConsent[] = {"off", "notice", "required"};
  Json agents = Json::array();
  for (const auto& agent : call.services.presence.list()) {
    if (agent.status == PresenceStatus::kOnline) agents.push_back(agent.name);
  }
  Response response = json_response(
      200,
      {{"site",
        {{"id", settings.site.id}, {"name", settings.site.name}, {"locale", settings.site.locale}}},
       {"texts", Json::object()},
       {"theme", Json::object()},
       {"triggers", triggers_json(settings.triggers)},
       {"hours", working_hours_json(settings.availability)},
       {"zone", zone_table_json(site->zone)},
       {"availability", availability_json(call.services.conversations.availability(), site->zone)},
       {"agents", agents},
       {"offline_message", text_json(settings.offline_message, Phrase::kOffline)},
       {"callback", callback_json(settings.callback)},
       {"waiting", {{"timeout_minutes", settings.waiting.timeout_minutes}}},
       {"limits", {{"message_characters", settings.limits.message_characters}}},
       {"consent", kConsent[static_cast<std::size_t>(settings.privacy.consent)]}});
  return response;
}

Page read_page(const Json& value, std::vector<FieldError>& errors) {
  JsonReader reader(value, "page", errors);
  Page page{reader.string("url", 0, 2000).value_or(""), reader.string("title", 0, 300).value_or(""),
            reader.string("referrer", 0, 2000).value_or("")};
  reader.finish();
  return page;
}

bool looks_like_locale(const std::string& text) {
  return text.size() >= 2 && text.size() <= 35 &&
         text.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
             std::string::npos;
}

Result<StartRequest> read_start(const Json& body) {
  std::vector<FieldError> errors;
  JsonReader reader(body, "", errors);
  StartRequest start;
  start.locale = reader.string("locale").value_or("");
  if (!start.locale.empty() && !looks_like_locale(start.locale)) {
    reader.error("locale", "is not a locale; such as \"en\" or \"pt-BR\" is accepted");
  }
  start.timezone = reader.string("timezone", 0, 64).value_or("");
  if (const Json* page = reader.value("page")) start.page = read_page(*page, errors);
  if (const Json* attributes = reader.value("attributes")) {
    start.attributes = read_attributes(*attributes, "attributes", errors);
  }
  // A site has no identity secret yet, so nobody can be verified: the claim is taken note of and
  // counts for nothing.
  reader.value("identity");
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  return start;
}

Result<Response> start_conversation(Call& call) {
  const auto site = call.services.sites.current();
  if (call.request.param("site") != site->settings.site.id)
    return not_found("there is no such site");
  const auto body = call.body();
  if (!body) return body.error();
  const auto start = read_start(*body);
  if (!start) return start.error();
  const auto allowed = call.services.per_hour.take("conversations/" + call.request.remote_addr,
                                                   site->settings.limits.conversations_per_hour);
  if (!allowed) return allowed.error();
  const auto started = call.services.conversations.start(*start);
  if (!started) return started.error();
  call.principal = Visitor{started->conversation.id};
  return json_response(201, {{"conversation", conversation_answer(call, started->conversation)},
                             {"visitor_token", started->visitor_token}});
}

}  // namespace

void add_public_routes(Api& api) {
  api.add(kAnybody, "GET", "/v1/sites/{site}/widget", widget);
  api.add(kAnybody, "POST", "/v1/sites/{site}/conversations", start_conversation);
}

}  // namespace handoff::http
