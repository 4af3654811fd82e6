#include "cli_backup.h"

#include <sqlite3.h>

#include <iostream>

#include "store/connection.h"

namespace handoff {
namespace {

namespace fs = std::filesystem;

void copy_database(const fs::path& from, const fs::path& to) {
  Connection source(from.string(), Connection::Role::kReader);
  SQLite::Database target(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  sqlite3_backup* backup =
      sqlite3_backup_init(target.getHandle(), "main", source.getHandle(), "main");
  if (!backup) throw SQLite::Exception(target.getHandle());
  sqlite3_backup_step(backup, -1);
  if (const int result = sqlite3_backup_finish(backup); result != SQLITE_OK) {
    throw SQLite::Exception(target.getHandle(), result);
  }
  target.exec("UPDATE meta SET value = lower(hex(randomblob(8))) WHERE key = 'generation'");
}

}  // namespace

int run_backup(const fs::path& data, const fs::path& file, std::ostream& out, std::ostream& err) {
  const fs::path source = data / "handoff.db";
  std::error_code code;
  if (!fs::exists(source, code)) {
    err << "handoff: " << source.string()
        << ": there is no database here; --data names its folder\n";
    return 1;
  }
  if (fs::exists(file, code)) {
    err << "handoff: " << file.string() << ": exists already; name a new file\n";
    return 1;
  }
  fs::path part = file;
  part += ".part";
  try {
    fs::remove(part, code);
    copy_database(source, part);
    fs::rename(part, file);
  } catch (const std::exception& error) {
    fs::remove(part, code);
    err << "handoff: the backup failed: " << error.what() << '\n';
    return 1;
  }
  out << "backed up to " << file.string() << '\n';
  return 0;
}

}  // namespace handoff
