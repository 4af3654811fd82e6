#pragma once

#include "handoff/json.h"

/// The text of an environment variable as the JSON value that a settings file would hold.
namespace handoff {

enum class ValueKind {
  kText,    ///< as it stands
  kTexts,   ///< a text, or JSON with texts by locale
  kScalar,  ///< a number, true or false
  kList,    ///< a JSON list, or strings separated by commas
  kJson,    ///< JSON
};

/// The error says what is accepted.
Result<Json> environment_value(const std::string& text, ValueKind kind);

}  // namespace handoff
