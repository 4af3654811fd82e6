#include "handoff/settings_json.h"

#include "settings_parts.h"

namespace handoff {
namespace {

/// Reads the section `key` with `read(value, part, errors)`.
template <class Part>
void section(JsonReader& reader, const char* key, Part& part,
             void (*read)(const Json&, Part&, Errors&), Errors& errors) {
  if (const Json* value = reader.value(key)) read(*value, part, errors);
}

}  // namespace

SettingsRead read_settings(const Json& value) {
  SettingsRead out;
  Settings& settings = out.settings;
  Errors& errors = out.errors;
  JsonReader reader(value, "", errors);
  section(reader, "site", settings.site, read_site, errors);
  if (const Json* hours = reader.value("availability")) {
    settings.availability = read_working_hours(*hours, "availability", errors);
  }
  if (const Json* triggers = reader.value("triggers")) {
    settings.triggers = read_triggers(*triggers, "triggers", errors);
  }
  section(reader, "messages", settings.messages, read_messages, errors);
  if (const Json* text = reader.value("offline_message")) {
    settings.offline_message = read_text(*text, "offline_message", errors);
  }
  section(reader, "callback", settings.callback, read_callback, errors);
  section(reader, "waiting", settings.waiting, read_waiting, errors);
  section(reader, "human", settings.human, read_human, errors);
  section(reader, "ai", settings.ai, read_ai, errors);
  section(reader, "notifications", settings.notifications, read_notifications, errors);
  section(reader, "privacy", settings.privacy, read_privacy, errors);
  section(reader, "outbound", settings.outbound_private_cidrs, read_outbound, errors);
  section(reader, "limits", settings.limits, read_limits, errors);
  reader.finish();
  return out;
}

SettingsRead read_settings(std::string_view text) {
  const auto parsed = parse_json(text, {.comments = true});
  if (parsed.ok()) return read_settings(*parsed);
  SettingsRead out;
  out.errors = parsed.error().fields;
  for (auto& error : out.errors) {
    if (!error.path.empty()) continue;
    error.message += "; one JSON object, in which // and /* */ comments may stand, is accepted";
  }
  return out;
}

}  // namespace handoff
