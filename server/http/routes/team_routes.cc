#include "http/fields.h"

/// The team and its API tokens; administrators only.
namespace handoff::http {
namespace {

Json agent_json(const store::AgentRow& agent) {
  return {{"id", agent.id},
          {"email", agent.email},
          {"name", agent.name},
          {"role", agent.role},
          {"capacity", agent.capacity},
          {"disabled", agent.disabled},
          {"created_at", format_utc(agent.created_at)}};
}

Json token_json(const store::ApiTokenRow& token) {
  return {{"id", token.id},
          {"name", token.name},
          {"scope", token.scope},
          {"created_at", format_utc(token.created_at)}};
}

Result<Response> list_agents(Call& call) {
  Json items = Json::array();
  for (const auto& agent : call.services.accounts.list()) items.push_back(agent_json(agent));
  return json_response(200, {{"items", items}, {"next_cursor", nullptr}});
}

Result<Response> get_agent(Call& call) {
  const auto agent = call.services.accounts.find(call.id());
  if (!agent) return agent.error();
  return json_response(200, agent_json(*agent));
}

Result<Response> add_agent(Call& call) {
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  NewAgent agent;
  if (reader.require("email")) agent.email = reader.string("email", 3, 254).value_or("");
  if (reader.require("name")) agent.name = reader.string("name", 1, 100).value_or("");
  agent.role = reader.string("role").value_or("agent");
  agent.password = reader.string("password").value_or("");
  agent.capacity = static_cast<int>(reader.integer("capacity", {0, 1000}).value_or(5));
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  const auto added = call.services.accounts.add(agent);
  if (!added) return added.error();
  Json out = agent_json(*added);
  if (agent.password.empty()) {
    const auto link = call.services.accounts.make_link(added->id);
    if (!link) return link.error();
    out["sign_in_path"] = "/sign-in#token=" + *link;
  }
  return json_response(201, out);
}

Result<Response> change_agent(Call& call) {
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  AgentChanges changes;
  changes.name = reader.string("name", 1, 100);
  changes.role = reader.string("role");
  changes.password = reader.string("password");
  changes.disabled = reader.boolean("disabled");
  const auto capacity = reader.integer("capacity", {0, 1000});
  if (capacity) changes.capacity = static_cast<int>(*capacity);
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  const auto changed = call.services.accounts.change(call.id(), changes);
  if (!changed) return changed.error();
  if (changed->disabled || changes.password) {
    end_presence(call.services, changed->id);
  }
  return json_response(200, agent_json(*changed));
}

/// An agent's messages stay, so the account is only disabled.
Result<Response> remove_agent(Call& call) {
  const auto changed = call.services.accounts.change(call.id(), {.disabled = true});
  if (!changed) return changed.error();
  end_presence(call.services, changed->id);
  return no_content();
}

Result<Response> list_tokens(Call& call) {
  Json items = Json::array();
  for (const auto& token : call.services.accounts.tokens()) items.push_back(token_json(token));
  return json_response(200, {{"items", items}, {"next_cursor", nullptr}});
}

Result<Response> add_token(Call& call) {
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  std::string name, scope;
  if (reader.require("name")) name = reader.string("name", 1, 100).value_or("");
  if (reader.require("scope")) scope = reader.string("scope").value_or("");
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  const auto made = call.services.accounts.add_token(name, scope);
  if (!made) return made.error();
  return json_response(201, {{"id", made->row.id}, {"token", made->token}});
}

Result<Response> remove_token(Call& call) {
  const auto removed = call.services.accounts.remove_token(call.id());
  if (!removed) return removed.error();
  return no_content();
}

}  // namespace

void add_team_routes(Api& api) {
  api.add(kAdmin, "GET", "/v1/agents", list_agents);
  api.add(kAdmin, "POST", "/v1/agents", add_agent);
  api.add(kAdmin, "GET", "/v1/agents/{id}", get_agent);
  api.add(kAdmin, "PATCH", "/v1/agents/{id}", change_agent);
  api.add(kAdmin, "DELETE", "/v1/agents/{id}", remove_agent);
  api.add(kAdmin, "GET", "/v1/api-tokens", list_tokens);
  api.add(kAdmin, "POST", "/v1/api-tokens", add_token);
  api.add(kAdmin, "DELETE", "/v1/api-tokens/{id}", remove_token);
}

}  // namespace handoff::http
