#include "store/migrations.h"

#include <SQLiteCpp/Transaction.h>

#include <optional>
#include <string>
#include <utility>

#include "store/sqlite_error.h"

namespace handoff {
namespace {

/// "HAND": tells our files from other people's.
constexpr int kApplicationId = 0x48414e44;

int pragma(SQLite::Database& database, const char* name) {
  return database.execAndGet(std::string("PRAGMA ") + name).getInt();
}

Error unusable(std::string message) {
  return {.code = ErrorCode::kUnavailable, .message = std::move(message)};
}

std::optional<Error> refuse_foreign(Connection& connection, int last) {
  const int version = pragma(connection, "user_version");
  const int tables = connection.execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
  const bool ours = pragma(connection, "application_id") == kApplicationId;
  if (!ours && (tables > 0 || version > 0)) {
    return unusable("it is not a Handoff database; name another data folder");
  }
  if (version > last) {
    return unusable("it was written by a newer version of handoff (schema " +
                    std::to_string(version) + "; this program knows up to " + std::to_string(last) +
                    "); update the program, or restore an older backup");
  }
  return std::nullopt;
}

void apply(Connection& connection, const Migration& migration) {
  SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
  connection.exec(std::string(migration.sql));
  connection.exec("PRAGMA user_version = " + std::to_string(migration.version));
  connection.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  transaction.commit();
}

}  // namespace

Result<Done> migrate(Connection& connection, std::span<const Migration> all) {
  const int last = all.empty() ? 0 : all.back().version;
  if (auto error = refuse_foreign(connection, last)) return *error;
  const int present = pragma(connection, "user_version");
  for (const Migration& migration : all) {
    if (migration.version <= present) continue;
    try {
      apply(connection, migration);
    } catch (const SQLite::Exception& exception) {
      Error error = to_error(exception);
      error.message = "migration " + std::to_string(migration.version) + ": " + error.message;
      return error;
    }
  }
  return Done{};
}

}  // namespace handoff
