#include "store/meta.h"

namespace handoff::store {

std::string meta_value(Connection& tx, const std::string& key, const std::string& made) {
  auto insert = tx.prepare("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING");
  insert->bind(1, key);
  insert->bind(2, made);
  insert->exec();
  auto find = tx.prepare("SELECT value FROM meta WHERE key = ?");
  find->bind(1, key);
  find->executeStep();
  return find->getColumn(0).getString();
}

std::string find_meta_value(Connection& connection, const std::string& key) {
  auto find = connection.prepare("SELECT value FROM meta WHERE key = ?");
  find->bind(1, key);
  return find->executeStep() ? find->getColumn(0).getString() : "";
}

void set_meta_value(Connection& tx, const std::string& key, const std::string& value) {
  auto upsert = tx.prepare(
      "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = "
      "excluded.value");
  upsert->bind(1, key);
  upsert->bind(2, value);
  upsert->exec();
}

}  // namespace handoff::store
