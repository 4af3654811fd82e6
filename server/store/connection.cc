#include "store/connection.h"

#include <sqlite3.h>

namespace handoff {
namespace {

constexpr int kBusyTimeoutMs = 5000;

int flags_of(Connection::Role role) {
  return role == Connection::Role::kWriter ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY;
}

void configure(sqlite3* handle, int option, int value) {
  int now = -1;
  const int code = sqlite3_db_config(handle, option, value, &now);
  if (code != SQLITE_OK || now != value) {
    throw SQLite::Exception("a safety option of SQLite cannot be set", code);
  }
}

/// Sets a pragma and reads it back: SQLite ignores a pragma that it does not know or cannot honour.
void require_pragma(SQLite::Database& database, const std::string& name, const std::string& value,
                    const std::string& expected) {
  // The answer of setting is a row for some pragmas and nothing for others, so it is read and
  // dropped.
  SQLite::Statement(database, "PRAGMA " + name + " = " + value).executeStep();
  const std::string now = database.execAndGet("PRAGMA " + name).getString();
  if (now != expected) {
    throw SQLite::Exception("PRAGMA " + name + " is " + now + ", not " + expected, SQLITE_CANTOPEN);
  }
}

}  // namespace

Connection::Connection(const std::string& path, Role role)
    : SQLite::Database(path, flags_of(role), kBusyTimeoutMs) {
  harden(role);
  if (role == Role::kWriter) make_durable();
}

bool Connection::in_transaction() const { return sqlite3_get_autocommit(getHandle()) == 0; }

void Connection::harden(Role role) {
  sqlite3* handle = getHandle();
  configure(handle, SQLITE_DBCONFIG_DEFENSIVE, 1);
  configure(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
  configure(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
  configure(handle, SQLITE_DBCONFIG_DQS_DML, 0);
  configure(handle, SQLITE_DBCONFIG_DQS_DDL, 0);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  require_pragma(*this, "mmap_size", "0", "0");
  require_pragma(*this, "cell_size_check", "ON", "1");
  require_pragma(*this, "temp_store", "MEMORY", "2");
  if (role == Role::kReader) {
    configure(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);
    require_pragma(*this, "wal_autocheckpoint", "0", "0");
    require_pragma(*this, "query_only", "ON", "1");
  }
}

void Connection::make_durable() {
  require_pragma(*this, "secure_delete", "ON", "1");
  require_pragma(*this, "journal_mode", "WAL", "wal");
  require_pragma(*this, "synchronous", "FULL", "2");
  require_pragma(*this, "foreign_keys", "ON", "1");
  require_pragma(*this, "wal_autocheckpoint", "1000", "1000");
  require_pragma(*this, "journal_size_limit", "67108864", "67108864");
}

}  // namespace handoff
