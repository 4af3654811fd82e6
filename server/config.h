#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>

#include "environment_settings.h"
#include "handoff/settings_json.h"

/// The settings of a run: file, then environment over it, checked against this computer (time zone,
/// folders).
namespace handoff {

struct Config {
  Settings settings = {};        ///< `ai.knowledge` is absolute here
  Json source = Json::object();  ///< what was given, in the file's shape; may hold secrets
};

/// Reads the settings file, if one is named, and the environment. The error lists every problem:
/// `kInvalid` with a field for each, a file that cannot be read among them; `kUnavailable` when the
/// system has no time zones.
Result<Config> load_config(const std::optional<std::filesystem::path>& path,
                           const Environment& environment);

/// One line a problem, `place: what is wrong; what is accepted`. A problem without a place stands
/// at `file`.
void print_errors(const Error& error, const std::filesystem::path& file, std::ostream& out);

}  // namespace handoff
