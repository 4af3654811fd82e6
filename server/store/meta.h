#pragma once

#include <string>

#include "store/connection.h"

/// Single values of this installation. As in conversations.h, the functions throw
/// SQLite::Exception.
namespace handoff::store {

/// The value under this key; `made` is stored when there is none yet.
std::string meta_value(Connection& tx, const std::string& key, const std::string& made);
/// Empty when there is none.
std::string find_meta_value(Connection& connection, const std::string& key);
void set_meta_value(Connection& tx, const std::string& key, const std::string& value);

}  // namespace handoff::store
