#include "service/accounts.h"

#include "handoff/json.h"
#include "handoff/utf8.h"
#include "service/secrets.h"
#include "store/push_subscriptions.h"

namespace handoff {
namespace {

Error wrong_credentials() {
  return {.code = ErrorCode::kUnauthorized, .message = "e-mail and password do not match"};
}

Error not_signed_in() {
  return {.code = ErrorCode::kUnauthorized, .message = "not signed in, or no longer"};
}

bool looks_like_email(const std::string& text) {
  const auto at = text.find('@');
  return at != std::string::npos && at > 0 && at + 1 < text.size() && text.size() <= 254 &&
         text.find_first_of(" \t\r\n<>,;") == std::string::npos &&
         text.find('@', at + 1) == std::string::npos;
}

void check_password(const std::string& password, std::vector<FieldError>& errors) {
  const std::size_t length = code_points(password);
  if (length < kPasswordMin || length > kPasswordMax) {
    errors.push_back({"password", "has " + std::to_string(length) + " characters; " +
                                      std::to_string(kPasswordMin) + " to " +
                                      std::to_string(kPasswordMax) + " characters are accepted"});
  }
}

void check_role(const std::string& role, std::vector<FieldError>& errors) {
  if (role != "agent" && role != "admin") {
    errors.push_back({"role", "is \"" + role + "\"; \"agent\" or \"admin\" is accepted"});
  }
}

bool can_administrate(const store::AgentRow& agent) {
  return agent.role == "admin" && !agent.disabled;
}

}  // namespace

Result<store::AgentRow> Accounts::add(const NewAgent& agent) {
  std::vector<FieldError> errors;
  if (!looks_like_email(agent.email))
    errors.push_back({"email", "is not an e-mail address; name@example.com is accepted"});
  if (agent.name.empty() || code_points(agent.name) > 100) {
    errors.push_back({"name", "1 to 100 characters are accepted"});
  }
  check_role(agent.role, errors);
  if (!agent.password.empty()) check_password(agent.password, errors);
  if (!errors.empty()) return invalid(std::move(errors));
  const store::AgentRow row{
      .id = random_id("a_"),
      .site = site_,
      .email = agent.email,
      .name = agent.name,
      .role = agent.role,
      .password_hash = agent.password.empty() ? "" : hash_password(agent.password),
      .capacity = agent.capacity,
      .created_at = clock_.now()};
  return database_.write([&](Connection& tx) -> Result<store::AgentRow> {
    if (!store::insert_agent(tx, row))
      return conflict("an agent with the e-mail " + row.email + " exists already");
    return row;
  });
}

Result<store::AgentRow> Accounts::change(const std::string& id, const AgentChanges& changes) {
  std::vector<FieldError> errors;
  if (changes.role) check_role(*changes.role, errors);
  if (changes.password) check_password(*changes.password, errors);
  if (!errors.empty()) return invalid(std::move(errors));
  const std::string new_hash = changes.password ? hash_password(*changes.password) : "";
  return database_.write([&](Connection& tx) -> Result<store::AgentRow> {
    auto agent = store::find_agent(tx, id);
    if (!agent || agent->site != site_) return not_found("there is no such agent");
    if (changes.name) agent->name = *changes.name;
    if (changes.role) agent->role = *changes.role;
    if (changes.capacity) agent->capacity = *changes.capacity;
    if (changes.disabled) agent->disabled = *changes.disabled;
    if (changes.password) agent->password_hash = new_hash;
    store::update_agent(tx, *agent);
    bool someone = false;
    for (const auto& other : store::list_agents(tx, site_))
      someone = someone || can_administrate(other);
    if (!someone) return conflict("nobody would be left who can administrate this site");
    if (agent->disabled || changes.password) store::delete_sessions_of(tx, id);
    if (agent->disabled) store::delete_push_subscriptions_of(tx, id);
    return std::move(*agent);
  });
}

std::vector<store::AgentRow> Accounts::list() const {
  return database_.read(
      [&](Connection& connection) { return store::list_agents(connection, site_); });
}

Result<store::AgentRow> Accounts::find(const std::string& id) const {
  return database_.read([&](Connection& connection) -> Result<store::AgentRow> {
    auto agent = store::find_agent(connection, id);
    if (!agent || agent->site != site_) return not_found("there is no such agent");
    return std::move(*agent);
  });
}

Result<SignedIn> Accounts::sign_in(const std::string& email, const std::string& password) {
  auto agent = database_.read(
      [&](Connection& connection) { return store::find_agent_by_email(connection, site_, email); });
  if (!agent || agent->password_hash.empty()) {
    verify_nothing(password);
    return wrong_credentials();
  }
  if (!verify_password(agent->password_hash, password) || agent->disabled)
    return wrong_credentials();
  return open_session(std::move(*agent));
}

Result<SignedIn> Accounts::open_session(store::AgentRow agent) {
  SignedIn signed_in{std::move(agent), random_token("hs_")};
  const Instant now = clock_.now();
  const auto stored = database_.write([&](Connection& tx) -> Result<Done> {
    store::insert_session(tx, hash_token(signed_in.session_token), signed_in.agent.id, now,
                          now + kSessionLifetime);
    store::set_presence(tx, signed_in.agent.id, "online");
    return Done{};
  });
  if (!stored) return stored.error();
  signed_in.agent.presence = "online";
  return signed_in;
}

Result<std::string> Accounts::make_link(const std::string& agent_id) {
  const std::string token = random_token("hl_");
  const auto stored = database_.write([&](Connection& tx) -> Result<Done> {
    store::insert_sign_in_link(tx, hash_token(token), agent_id, clock_.now() + kLinkLifetime);
    return Done{};
  });
  if (!stored) return stored.error();
  return token;
}

Result<SignedIn> Accounts::sign_in_by_link(const std::string& link_token) {
  auto agent = database_.write([&](Connection& tx) -> Result<store::AgentRow> {
    const auto id = store::use_sign_in_link(tx, hash_token(link_token), clock_.now());
    auto found = id ? store::find_agent(tx, *id) : std::nullopt;
    if (!found || found->disabled || found->site != site_) {
      return Error{.code = ErrorCode::kUnauthorized,
                   .message = "this link was used already, or is too old"};
    }
    return std::move(*found);
  });
  if (!agent) return agent.error();
  return open_session(std::move(*agent));
}

void Accounts::sign_out(const std::string& session_token) {
  const auto gone = database_.write([&](Connection& tx) -> Result<Done> {
    store::delete_session(tx, hash_token(session_token));
    return Done{};
  });
  (void)gone;  // The cookie goes all the same, and the session ends by itself.
}

Result<store::AgentRow> Accounts::agent_of_session(const std::string& session_token) {
  const Instant now = clock_.now();
  const std::string hash = hash_token(session_token);
  auto session = database_.read(
      [&](Connection& connection) { return store::find_session(connection, hash, now); });
  if (!session || session->agent.site != site_ || now - session->last_seen_at > kSessionIdle)
    return not_signed_in();
  // Once a minute is enough to know that a session lives, and keeps reads from becoming writes.
  if (now - session->last_seen_at > std::chrono::minutes(1)) {
    database_.write_async(
        [hash, now](Connection& tx) -> Result<Done> {
          store::touch_session(tx, hash, now);
          return Done{};
        },
        [](const Result<Done>&) {});
  }
  return std::move(session->agent);
}

Result<Accounts::NewToken> Accounts::add_token(const std::string& name, const std::string& scope) {
  std::vector<FieldError> errors;
  if (name.empty() || code_points(name) > 100)
    errors.push_back({"name", "1 to 100 characters are accepted"});
  if (scope != "bot" && scope != "admin")
    errors.push_back({"scope", "\"bot\" or \"admin\" is accepted"});
  if (!errors.empty()) return invalid(std::move(errors));
  NewToken made{{random_id("t_"), site_, name, scope, clock_.now()}, random_token("ht_")};
  const auto stored = database_.write([&](Connection& tx) -> Result<Done> {
    store::insert_api_token(tx, made.row, hash_token(made.token));
    return Done{};
  });
  if (!stored) return stored.error();
  return made;
}

std::vector<store::ApiTokenRow> Accounts::tokens() const {
  return database_.read(
      [&](Connection& connection) { return store::list_api_tokens(connection, site_); });
}

Result<Done> Accounts::remove_token(const std::string& id) {
  return database_.write([&](Connection& tx) -> Result<Done> {
    if (!store::delete_api_token(tx, site_, id)) return not_found("there is no such token");
    return Done{};
  });
}

Result<store::ApiTokenRow> Accounts::token(const std::string& secret) const {
  auto row = database_.read([&](Connection& connection) {
    return store::find_api_token(connection, hash_token(secret));
  });
  if (!row || row->site != site_) return not_signed_in();
  return std::move(*row);
}

}  // namespace handoff
