#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "store/database.h"
#include "support/temp_folder.h"

namespace handoff::testing {

/// Opens a database that has to open.
inline std::unique_ptr<Database> open_database(const std::filesystem::path& folder,
                                               DatabaseOptions options = {}) {
  auto database = Database::open(folder, std::move(options));
  if (!database) throw std::runtime_error(database.error().message);
  return std::move(database).value();
}

/// A write job that stores one key; the meta table stands for any table here.
inline auto put(std::string key, std::string value = "") {
  return [key = std::move(key), value = std::move(value)](Connection& tx) -> Result<Done> {
    auto insert = tx.prepare("INSERT INTO meta (key, value) VALUES (?, ?)");
    insert->bind(1, key);
    insert->bind(2, value);
    insert->exec();
    return Done{};
  };
}

/// How many keys begin with `prefix`.
inline int count(const Database& database, const std::string& prefix) {
  return database.read([&](Connection& connection) {
    auto query = connection.prepare("SELECT count(*) FROM meta WHERE key GLOB ? || '*'");
    query->bind(1, prefix);
    query->executeStep();
    return query->getColumn(0).getInt();
  });
}

}  // namespace handoff::testing
