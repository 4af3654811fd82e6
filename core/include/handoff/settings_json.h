#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handoff/json.h"
#include "handoff/settings.h"

/// The settings file (contract, section 3) read whole: every error, not only the first. Pure;
/// thread-safe.
namespace handoff {

struct SettingsRead {
  Settings settings;
  std::vector<FieldError> errors;  ///< empty: `settings` may be used
};

/// Reads the text of a settings file, comments allowed. The zone's name is only checked for its
/// form here; whether it exists is the server's knowledge.
SettingsRead read_settings(std::string_view text);
inline SettingsRead read_settings(const std::string& text) {
  return read_settings(std::string_view(text));
}
inline SettingsRead read_settings(const char* text) {
  return read_settings(std::string_view(text));
}

/// The same from a parsed value; used by `PUT /v1/settings`.
SettingsRead read_settings(const Json& value);

/// The `triggers` section alone, at `path`.
TriggerSettings read_triggers(const Json& value, const std::string& path,
                              std::vector<FieldError>& errors);

/// The `availability` section alone, at `path`.
WorkingHours read_working_hours(const Json& value, const std::string& path,
                                std::vector<FieldError>& errors);

/// `{"start": "22:00", "end": "07:00"}`, at `path`; nullopt with an error for anything else.
std::optional<DayInterval> read_day_interval(const Json& value, const std::string& path,
                                             std::vector<FieldError>& errors);
Json day_interval_json(const DayInterval& interval);

/// Writers for the widget route and for wasm: what was read, in the file's shape.
Json working_hours_json(const WorkingHours& hours);
Json triggers_json(const TriggerSettings& triggers);

/// Zone tables travel as `{"name": "...", "spans": [[unix_seconds, offset_seconds], ...]}`.
ZoneTable read_zone_table(const Json& value, const std::string& path,
                          std::vector<FieldError>& errors);
Json zone_table_json(const ZoneTable& zone);

/// The object of contract section 2.
Json availability_json(const Availability& availability, const ZoneTable& zone);

}  // namespace handoff
