#pragma once

#include <SQLiteCpp/Column.h>

#include <cstdint>
#include <optional>
#include <string>

#include "handoff/json.h"
#include "handoff/time.h"

/// How our values stand in columns: instants as milliseconds since 1970, bodies as JSON text.
namespace handoff::store {

inline std::int64_t column_of(Instant at) { return at.time_since_epoch().count(); }
inline Instant instant_of(const SQLite::Column& column) {
  return Instant(Milliseconds(column.getInt64()));
}

inline std::optional<Instant> optional_instant_of(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return instant_of(column);
}

/// JSON that we wrote ourselves; damage yields null, which the readers report.
inline Json json_of(const SQLite::Column& column) {
  auto parsed = parse_json(column.getString());
  return parsed ? std::move(*parsed) : Json();
}

}  // namespace handoff::store
