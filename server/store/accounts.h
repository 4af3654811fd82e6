#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handoff/time.h"
#include "store/connection.h"

/// Agents, their sessions, and API tokens. Only hashes of secrets are kept. As in conversations.h,
/// the functions throw SQLite::Exception.
namespace handoff::store {

struct AgentRow {
  std::string id;
  std::string site;
  std::string email;
  std::string name;
  std::string role;  ///< `agent` or `admin`
  std::string password_hash = {};
  int capacity = 5;
  bool disabled = false;
  std::string presence = "online";
  Instant created_at = {};
};

struct SessionRow {
  AgentRow agent;
  Instant last_seen_at;
  Instant expires_at;
};

struct ApiTokenRow {
  std::string id;
  std::string site;
  std::string name;
  std::string scope;  ///< `bot` or `admin`
  Instant created_at = {};
};

/// False when the site has an agent with this e-mail already (case does not matter).
bool insert_agent(Connection& tx, const AgentRow& agent);
std::optional<AgentRow> find_agent(Connection& connection, const std::string& id);
std::optional<AgentRow> find_agent_by_email(Connection& connection, const std::string& site,
                                            const std::string& email);
std::vector<AgentRow> list_agents(Connection& connection, const std::string& site);
/// Stores name, role, capacity, disabled, presence and password hash.
void update_agent(Connection& tx, const AgentRow& agent);
void set_presence(Connection& tx, const std::string& agent_id, const std::string& presence);

void insert_session(Connection& tx, const std::string& token_hash, const std::string& agent_id,
                    Instant now, Instant expires_at);
/// An unexpired session of an agent who is not disabled.
std::optional<SessionRow> find_session(Connection& connection, const std::string& token_hash,
                                       Instant now);
void touch_session(Connection& tx, const std::string& token_hash, Instant now);
void delete_session(Connection& tx, const std::string& token_hash);
void delete_sessions_of(Connection& tx, const std::string& agent_id);

void insert_sign_in_link(Connection& tx, const std::string& token_hash, const std::string& agent_id,
                         Instant expires_at);
/// Marks the link as used and returns its agent's id; nullopt when unknown, used or expired.
std::optional<std::string> use_sign_in_link(Connection& tx, const std::string& token_hash,
                                            Instant now);

void insert_api_token(Connection& tx, const ApiTokenRow& token, const std::string& token_hash);
std::optional<ApiTokenRow> find_api_token(Connection& connection, const std::string& token_hash);
std::vector<ApiTokenRow> list_api_tokens(Connection& connection, const std::string& site);
/// False when there is no such token.
bool delete_api_token(Connection& tx, const std::string& site, const std::string& id);

}  // namespace handoff::store
