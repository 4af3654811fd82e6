#include "store/database.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "store/migrations.h"

namespace handoff {
namespace {

namespace fs = std::filesystem;

Error unusable(const fs::path& place, const std::string& problem) {
  return {.code = ErrorCode::kUnavailable, .message = place.string() + ": " + problem};
}

/// The folder holds what visitors wrote, so nobody else on the machine gets to read it.
std::optional<Error> make_folder(const fs::path& folder) {
  std::error_code code;
  if (fs::is_directory(folder, code)) return std::nullopt;
  fs::create_directories(folder, code);
  if (!code) fs::permissions(folder, fs::perms::owner_all, code);
  if (!code) return std::nullopt;
  return unusable(folder, "the data folder cannot be made: " + code.message() +
                              "; name a folder that this user may write to");
}

/// Also finds a file that may be read but not written, which SQLite would open read-only without a
/// word.
std::optional<Error> make_file(const fs::path& file) {
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor >= 0) {
    close(descriptor);
    return std::nullopt;
  }
  return unusable(file, "it cannot be written: " + std::generic_category().message(errno) +
                            "; this user needs to own it");
}

std::optional<Error> find_damage(Connection& connection, const fs::path& file) {
  SQLite::Statement check(connection, "PRAGMA quick_check(1)");
  if (check.executeStep() && check.getColumn(0).getString() == "ok") return std::nullopt;
  return unusable(file, "the database is damaged (" + check.getColumn(0).getString() +
                            "); restore a backup, or move the file away to start empty");
}

std::string read_generation(Connection& connection) {
  connection.exec(
      "INSERT OR IGNORE INTO meta (key, value) "
      "VALUES ('generation', lower(hex(randomblob(8))))");
  return connection.execAndGet("SELECT value FROM meta WHERE key = 'generation'").getString();
}

/// The one writing connection, checked and migrated. Throws SQLite::Exception.
Result<std::unique_ptr<Connection>> open_for_writing(const fs::path& file) {
  auto connection = std::make_unique<Connection>(file.string(), Connection::Role::kWriter);
  if (auto error = find_damage(*connection, file)) return *error;
  if (auto migrated = migrate(*connection, embedded_migrations()); !migrated) {
    return unusable(file, migrated.error().message);
  }
  return connection;
}

Error cannot_open(const fs::path& file, const SQLite::Exception& exception) {
  const std::string what = exception.what();
  if (is_io_error(exception)) {
    return unusable(file, "the database is damaged or cannot be read (" + what +
                              "); restore a backup, or move the file away to start empty");
  }
  return unusable(file, "the database cannot be opened (" + what + ")");
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const fs::path& folder, DatabaseOptions options) {
  if (auto error = make_folder(folder)) return *error;
  auto lock = FolderLock::take(folder);
  if (!lock) return lock.error();
  const fs::path file = folder / "handoff.db";
  if (auto error = make_file(file)) return *error;
  try {
    auto writing = open_for_writing(file);
    if (!writing) return writing.error();
    std::string generation = read_generation(**writing);
    return std::unique_ptr<Database>(new Database(std::move(lock).value(), std::move(generation),
                                                  file.string(), std::move(*writing),
                                                  std::move(options)));
  } catch (const SQLite::Exception& exception) {
    return cannot_open(file, exception);
  }
}

Database::Database(FolderLock lock, std::string generation, const std::string& path,
                   std::unique_ptr<Connection> writing, DatabaseOptions options)
    : lock_(std::move(lock)),
      generation_(std::move(generation)),
      writer_(std::make_unique<Writer>(std::move(writing), std::move(options.writer))),
      readers_(std::make_unique<ReaderPool>(path, options.readers)) {}

}  // namespace handoff
