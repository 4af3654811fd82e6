#include "http/auth.h"

#include "service/secrets.h"

namespace handoff::http {
namespace {

Error unauthorized() {
  return {.code = ErrorCode::kUnauthorized, .message = "credentials are missing, wrong or expired"};
}

Error forbidden(std::string message) {
  return {.code = ErrorCode::kForbidden, .message = std::move(message)};
}

bool is_unsafe(std::string_view method) { return method != "GET" && method != "HEAD"; }

Result<Principal> by_token(std::string_view token, Services& services) {
  if (token.substr(0, 3) == "vt_") {
    const auto id = services.database.read([&](Connection& connection) {
      return store::conversation_of_token(connection, hash_token(token));
    });
    if (!id) return unauthorized();
    return Principal(Visitor{*id});
  }
  auto row = services.accounts.token(std::string(token));
  if (!row) return unauthorized();
  return Principal(Bot{std::move(*row)});
}

Result<Principal> by_session(std::string_view token, const Request& request, Services& services) {
  auto agent = services.accounts.agent_of_session(std::string(token));
  if (!agent) return unauthorized();
  if (is_unsafe(request.method) && request.header("X-Handoff-Request") != "1") {
    return forbidden("the header X-Handoff-Request: 1 is missing");
  }
  const std::string_view fetch_site = request.header("Sec-Fetch-Site");
  if (is_unsafe(request.method) && (fetch_site == "cross-site" || fetch_site == "same-site")) {
    return forbidden("this request comes from another site");
  }
  services.presence.seen(agent->id, agent->name, presence_from(agent->presence));
  return Principal(Agent{std::move(*agent), std::string(token)});
}

bool has_role(const Principal& principal, unsigned who) {
  if (const auto* agent = std::get_if<Agent>(&principal)) {
    return (who & kAgent) != 0 || ((who & kAdmin) != 0 && agent->row.role == "admin");
  }
  if (const auto* bot = std::get_if<Bot>(&principal)) {
    return (who & kBot) != 0 || ((who & (kAgent | kAdmin)) != 0 && bot->row.scope == "admin");
  }
  return std::holds_alternative<Visitor>(principal) && (who & kVisitor) != 0;
}

}  // namespace

Result<Principal> authenticate(const Request& request, Services& services) {
  if (!request.header("Authorization").empty()) {
    const std::string_view token = request.bearer();
    return token.empty() ? Result<Principal>(unauthorized()) : by_token(token, services);
  }
  for (const bool tls : {true, false}) {
    const auto cookie = request.cookie(session_cookie_name(tls));
    if (cookie && !cookie->empty()) return by_session(*cookie, request, services);
  }
  return Principal(Nobody{});
}

Result<Done> authorize(const Principal& principal, unsigned who, const Request& request) {
  if (who == kAnybody) return Done{};
  if (std::holds_alternative<Nobody>(principal)) return unauthorized();
  const auto* visitor = std::get_if<Visitor>(&principal);
  if (visitor && request.path.rfind("/v1/conversations/", 0) == 0 &&
      visitor->conversation_id != request.param("id")) {
    return not_found("there is no such conversation");
  }
  if (!has_role(principal, who)) return forbidden("this is not for you");
  return Done{};
}

std::string session_cookie_name(bool tls) {
  return tls ? "__Host-handoff_session" : "handoff_session";
}

std::string session_cookie(const std::string& token, bool tls) {
  return session_cookie_name(tls) + "=" + token + "; Path=/; HttpOnly; SameSite=Lax" +
         (tls ? "; Secure" : "") + (token.empty() ? "; Max-Age=0" : "; Max-Age=604800");
}

}  // namespace handoff::http
