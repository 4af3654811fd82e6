#include "store/accounts.h"

#include "store/columns.h"

namespace handoff::store {
namespace {

constexpr const char* kSelectAgent =
    "SELECT id, site, email, name, role, coalesce(password_hash, ''), capacity, disabled, "
    "presence, created_at "
    "FROM agents ";

AgentRow agent_of(SQLite::Statement& row) {
  return {.id = row.getColumn(0).getString(),
          .site = row.getColumn(1).getString(),
          .email = row.getColumn(2).getString(),
          .name = row.getColumn(3).getString(),
          .role = row.getColumn(4).getString(),
          .password_hash = row.getColumn(5).getString(),
          .capacity = row.getColumn(6).getInt(),
          .disabled = row.getColumn(7).getInt() != 0,
          .presence = row.getColumn(8).getString(),
          .created_at = instant_of(row.getColumn(9))};
}

void bind_blob(SQLite::Statement& statement, int index, const std::string& bytes) {
  statement.bind(index, bytes.data(), static_cast<int>(bytes.size()));
}

}  // namespace

bool insert_agent(Connection& tx, const AgentRow& agent) {
  auto insert = tx.prepare(
      "INSERT INTO agents (id, site, email, name, role, password_hash, capacity, disabled, "
      "presence, created_at) "
      "VALUES (?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?) ON CONFLICT (site, email) DO NOTHING");
  insert->bind(1, agent.id);
  insert->bind(2, agent.site);
  insert->bind(3, agent.email);
  insert->bind(4, agent.name);
  insert->bind(5, agent.role);
  insert->bind(6, agent.password_hash);
  insert->bind(7, agent.capacity);
  insert->bind(8, agent.disabled ? 1 : 0);
  insert->bind(9, agent.presence);
  insert->bind(10, column_of(agent.created_at));
  return insert->exec() == 1;
}

std::optional<AgentRow> find_agent(Connection& connection, const std::string& id) {
  auto find = connection.prepare(std::string(kSelectAgent) + "WHERE id = ?");
  find->bind(1, id);
  if (!find->executeStep()) return std::nullopt;
  return agent_of(*find);
}

std::optional<AgentRow> find_agent_by_email(Connection& connection, const std::string& site,
                                            const std::string& email) {
  auto find = connection.prepare(std::string(kSelectAgent) + "WHERE site = ? AND email = ?");
  find->bind(1, site);
  find->bind(2, email);
  if (!find->executeStep()) return std::nullopt;
  return agent_of(*find);
}

std::vector<AgentRow> list_agents(Connection& connection, const std::string& site) {
  auto rows = connection.prepare(std::string(kSelectAgent) + "WHERE site = ? ORDER BY name, id");
  rows->bind(1, site);
  std::vector<AgentRow> out;
  while (rows->executeStep()) out.push_back(agent_of(*rows));
  return out;
}

void update_agent(Connection& tx, const AgentRow& agent) {
  auto update = tx.prepare(
      "UPDATE agents SET name = ?, role = ?, capacity = ?, disabled = ?, presence = ?, "
      "password_hash = nullif(?, '') "
      "WHERE id = ?");
  update->bind(1, agent.name);
  update->bind(2, agent.role);
  update->bind(3, agent.capacity);
  update->bind(4, agent.disabled ? 1 : 0);
  update->bind(5, agent.presence);
  update->bind(6, agent.password_hash);
  update->bind(7, agent.id);
  update->exec();
}

void set_presence(Connection& tx, const std::string& agent_id, const std::string& presence) {
  auto update = tx.prepare("UPDATE agents SET presence = ? WHERE id = ?");
  update->bind(1, presence);
  update->bind(2, agent_id);
  update->exec();
}

void insert_session(Connection& tx, const std::string& token_hash, const std::string& agent_id,
                    Instant now, Instant expires_at) {
  auto insert = tx.prepare(
      "INSERT INTO sessions (token_hash, agent_id, created_at, last_seen_at, expires_at) VALUES "
      "(?, ?, ?, ?, ?)");
  bind_blob(*insert, 1, token_hash);
  insert->bind(2, agent_id);
  insert->bind(3, column_of(now));
  insert->bind(4, column_of(now));
  insert->bind(5, column_of(expires_at));
  insert->exec();
}

std::optional<SessionRow> find_session(Connection& connection, const std::string& token_hash,
                                       Instant now) {
  auto find = connection.prepare(
      "SELECT a.id, a.site, a.email, a.name, a.role, '', a.capacity, a.disabled, a.presence, "
      "a.created_at, "
      "s.last_seen_at, s.expires_at FROM sessions s JOIN agents a ON a.id = s.agent_id "
      "WHERE s.token_hash = ? AND s.expires_at > ? AND a.disabled = 0");
  bind_blob(*find, 1, token_hash);
  find->bind(2, column_of(now));
  if (!find->executeStep()) return std::nullopt;
  return SessionRow{agent_of(*find), instant_of(find->getColumn(10)),
                    instant_of(find->getColumn(11))};
}

void touch_session(Connection& tx, const std::string& token_hash, Instant now) {
  auto update = tx.prepare("UPDATE sessions SET last_seen_at = ? WHERE token_hash = ?");
  update->bind(1, column_of(now));
  bind_blob(*update, 2, token_hash);
  update->exec();
}

void delete_session(Connection& tx, const std::string& token_hash) {
  auto remove = tx.prepare("DELETE FROM sessions WHERE token_hash = ?");
  bind_blob(*remove, 1, token_hash);
  remove->exec();
}

void delete_sessions_of(Connection& tx, const std::string& agent_id) {
  auto remove = tx.prepare("DELETE FROM sessions WHERE agent_id = ?");
  remove->bind(1, agent_id);
  remove->exec();
}

void insert_sign_in_link(Connection& tx, const std::string& token_hash, const std::string& agent_id,
                         Instant expires_at) {
  auto insert =
      tx.prepare("INSERT INTO sign_in_links (token_hash, agent_id, expires_at) VALUES (?, ?, ?)");
  bind_blob(*insert, 1, token_hash);
  insert->bind(2, agent_id);
  insert->bind(3, column_of(expires_at));
  insert->exec();
}

std::optional<std::string> use_sign_in_link(Connection& tx, const std::string& token_hash,
                                            Instant now) {
  auto use = tx.prepare(
      "UPDATE sign_in_links SET used_at = ?1 WHERE token_hash = ?2 AND used_at IS NULL AND "
      "expires_at > ?1 "
      "RETURNING agent_id");
  use->bind(1, column_of(now));
  bind_blob(*use, 2, token_hash);
  if (!use->executeStep()) return std::nullopt;
  return use->getColumn(0).getString();
}

void insert_api_token(Connection& tx, const ApiTokenRow& token, const std::string& token_hash) {
  auto insert = tx.prepare(
      "INSERT INTO api_tokens (id, site, name, scope, token_hash, created_at) VALUES (?, ?, ?, ?, "
      "?, ?)");
  insert->bind(1, token.id);
  insert->bind(2, token.site);
  insert->bind(3, token.name);
  insert->bind(4, token.scope);
  bind_blob(*insert, 5, token_hash);
  insert->bind(6, column_of(token.created_at));
  insert->exec();
}

std::optional<ApiTokenRow> find_api_token(Connection& connection, const std::string& token_hash) {
  auto find = connection.prepare(
      "SELECT id, site, name, scope, created_at FROM api_tokens WHERE token_hash = ?");
  bind_blob(*find, 1, token_hash);
  if (!find->executeStep()) return std::nullopt;
  return ApiTokenRow{find->getColumn(0).getString(), find->getColumn(1).getString(),
                     find->getColumn(2).getString(), find->getColumn(3).getString(),
                     instant_of(find->getColumn(4))};
}

std::vector<ApiTokenRow> list_api_tokens(Connection& connection, const std::string& site) {
  auto rows = connection.prepare(
      "SELECT id, site, name, scope, created_at FROM api_tokens WHERE site = ? ORDER BY "
      "created_at, id");
  rows->bind(1, site);
  std::vector<ApiTokenRow> out;
  while (rows->executeStep()) {
    out.push_back({rows->getColumn(0).getString(), rows->getColumn(1).getString(),
                   rows->getColumn(2).getString(), rows->getColumn(3).getString(),
                   instant_of(rows->getColumn(4))});
  }
  return out;
}

bool delete_api_token(Connection& tx, const std::string& site, const std::string& id) {
  auto remove = tx.prepare("DELETE FROM api_tokens WHERE site = ? AND id = ?");
  remove->bind(1, site);
  remove->bind(2, id);
  return remove->exec() == 1;
}

}  // namespace handoff::store
