#include "http/auth.h"
#include "http/fields.h"

/// Signing in and out, and presence.
namespace handoff::http {
namespace {

Json agent_json(const store::AgentRow& agent) {
  return {{"id", agent.id},     {"name", agent.name},         {"email", agent.email},
          {"role", agent.role}, {"presence", agent.presence}, {"capacity", agent.capacity}};
}

Response signed_in_response(const Call& call, const SignedIn& signed_in) {
  call.services.presence.seen(signed_in.agent.id, signed_in.agent.name,
                              presence_from(signed_in.agent.presence));
  Response response = json_response(200, {{"agent", agent_json(signed_in.agent)}});
  response.add_header("Set-Cookie", session_cookie(signed_in.session_token, call.request.tls));
  return response;
}

Result<Response> sign_in(Call& call) {
  if (call.request.header("X-Handoff-Request") != "1" &&
      call.request.header("Sec-Fetch-Site") == "cross-site") {
    return Error{.code = ErrorCode::kForbidden, .message = "this request comes from another site"};
  }
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  const bool by_link = reader.has("link");
  const std::string link = reader.string("link", 1, 200).value_or("");
  std::string email, password;
  if (!by_link && reader.require("email")) email = reader.string("email", 1, 254).value_or("");
  if (!by_link && reader.require("password"))
    password = reader.string("password", 1, kPasswordMax).value_or("");
  reader.string("totp", 0, 10);
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  const auto allowed = call.services.per_minute.take(
      "logins/" + call.request.remote_addr,
      call.services.sites.current()->settings.limits.logins_per_minute);
  if (!allowed) return allowed.error();
  const auto signed_in = by_link ? call.services.accounts.sign_in_by_link(link)
                                 : call.services.accounts.sign_in(email, password);
  if (!signed_in) return signed_in.error();
  return signed_in_response(call, *signed_in);
}

Result<Response> who_am_i(Call& call) {
  const auto* agent = std::get_if<Agent>(&call.principal);
  if (!agent) return Error{.code = ErrorCode::kForbidden, .message = "an API token has no session"};
  return json_response(200, {{"agent", agent_json(agent->row)}});
}

Result<Response> sign_out(Call& call) {
  const auto* agent = std::get_if<Agent>(&call.principal);
  if (!agent) return Error{.code = ErrorCode::kForbidden, .message = "an API token has no session"};
  call.services.accounts.sign_out(agent->session_token);
  end_presence(call.services, agent->row.id);
  Response response = no_content();
  response.add_header("Set-Cookie", session_cookie("", call.request.tls));
  return response;
}

Result<Response> put_presence(Call& call) {
  const auto* agent = std::get_if<Agent>(&call.principal);
  if (!agent)
    return Error{.code = ErrorCode::kForbidden, .message = "an API token is never present"};
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  std::string status;
  if (reader.require("status") && reader.one_of("status", {"online", "away", "offline"})) {
    status = reader.string("status").value_or("");
  }
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  const auto stored = call.services.database.write([&](Connection& tx) -> Result<Done> {
    store::set_presence(tx, agent->row.id, status);
    return Done{};
  });
  if (!stored) return stored.error();
  call.services.presence.choose(agent->row.id, presence_from(status));
  call.services.announcer.presence(agent->row.site, agent->row.id, status);
  return json_response(200, {{"status", status}});
}

}  // namespace

void add_session_routes(Api& api) {
  api.add(kAnybody, "POST", "/v1/session", sign_in);
  api.add(kAgent, "GET", "/v1/session", who_am_i);
  api.add(kAgent, "DELETE", "/v1/session", sign_out);
  api.add(kAgent, "PUT", "/v1/presence", put_presence);
}

}  // namespace handoff::http
