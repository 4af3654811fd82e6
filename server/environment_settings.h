#pragma once

#include <map>
#include <string>
#include <vector>

#include "handoff/json.h"

/// Settings from environment variables: `HANDOFF_` and the setting's path in capitals, dots as
/// underscores
/// (`HANDOFF_AI_API_KEY` is `ai.api_key`). Pure, except that `*_FILE` variables read their files.
namespace handoff {

/// Names and values of variables.
using Environment = std::map<std::string, std::string>;

/// The variables of `environ` whose names begin with `HANDOFF_`.
Environment environment_of(char** environ);

/// Where a value of the settings came from: the setting's path -> the variable's name.
using EnvironmentOrigins = std::map<std::string, std::string>;

/// Puts every setting of the environment into `settings`, over what stands there. An empty variable
/// counts as unset. Secrets may come as `HANDOFF_..._FILE`, the path of a file with the value.
/// Lists are JSON or separated by commas; whole objects are JSON. A variable that is neither a
/// setting nor one of the program's own (`HANDOFF_CONFIG`,
/// `_DATA`, `_LISTEN`, `_DATABASE`, `_DATABASE_FILE`, `_WEB`, `_TEST_*`) is an error: no
/// misspelling stays silent.
EnvironmentOrigins apply_environment(const Environment& environment, Json& settings,
                                     std::vector<FieldError>& errors);

/// The names of all variables that are settings.
std::vector<std::string> environment_names();

}  // namespace handoff
