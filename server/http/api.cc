#include "http/api.h"

#include <spdlog/spdlog.h>

#include "handoff/conversation_json.h"
#include "handoff/settings_json.h"
#include "http/auth.h"
#include "http/problem.h"
#include "service/topics.h"

namespace handoff::http {
namespace {

Result<Response> answer(const Request& request, Services& services, unsigned who,
                        const Action& action) {
  Call call{request, services};
  if (who != kAnybody) {
    auto principal = authenticate(request, services);
    if (!principal) return principal.error();
    const auto allowed = authorize(*principal, who, request);
    if (!allowed) return allowed.error();
    call.principal = std::move(*principal);
  }
  return action(call);
}

}  // namespace

void Api::add(unsigned who, std::string_view method, std::string_view pattern, Action action,
              std::size_t body_bytes) {
  entries_.push_back({std::string(method), std::string(pattern)});
  router_.route(
      method, pattern,
      [this, who, action = std::move(action)](const Request& request, Response& response) {
        auto outcome = answer(request, services_, who, action);
        Response made = outcome.ok() ? std::move(*outcome) : problem(outcome.error());
        for (const auto& [name, value] : response.headers()) {
          if (!made.has_header(name)) made.add_header(name, value);
        }
        response = std::move(made);
      },
      body_bytes);
}

Result<Json> Call::body() const {
  if (request.body.empty()) return Json::object();
  const std::string_view type = request.header("Content-Type");
  if (type.substr(0, type.find(';')) != "application/json") {
    return Error{.code = ErrorCode::kUnsupported,
                 .message = "the body must be JSON; Content-Type: application/json is accepted"};
  }
  auto parsed = parse_json(request.body);
  if (parsed && !parsed->is_object()) return invalid("", "the body must be a JSON object");
  return parsed;
}

bool Call::is_admin() const {
  if (const auto* agent = std::get_if<Agent>(&principal)) return agent->row.role == "admin";
  const auto* bot = std::get_if<Bot>(&principal);
  return bot && bot->row.scope == "admin";
}

Actor Call::actor() const {
  if (const auto* agent = std::get_if<Agent>(&principal))
    return {{agent->row.id, agent->row.name}, is_admin()};
  const auto& bot = std::get<Bot>(principal);
  return {{bot.row.id, bot.row.name}, is_admin()};
}

Audience Call::audience() const { return is_visitor() ? Audience::kVisitor : Audience::kAgent; }

void end_presence(Services& services, const std::string& agent_id) {
  services.presence.sign_out(agent_id);
  services.hub.close_principal(topics::agent_principal(agent_id));
  services.hub.close_principal(topics::agent_inbox_principal(agent_id));
}

Response json_response(int status, const Json& value) {
  Response response;
  response.json(status, value);
  return response;
}

Response no_content() {
  Response response;
  response.empty(204);
  return response;
}

Json conversation_answer(const Call& call, const Conversation& conversation) {
  Json out = conversation_json(conversation, call.audience());
  const auto site = call.services.sites.current();
  out["availability"] = availability_json(call.services.conversations.availability(), site->zone);
  if (call.is_visitor()) return out;
  out["visitor"] = visitor_label(conversation);
  out["summary"] = call.services.summaries.of(conversation);
  const auto draft = call.services.database.read([&](Connection& connection) {
    return store::newest_draft(connection, conversation.id, conversation.epoch - 1);
  });
  out["draft"] = nullptr;
  if (draft) {
    out["draft"] = {{"text", draft->text},
                    {"confidence", percent_json(draft->confidence)},
                    {"at", format_utc(draft->at)}};
  }
  return out;
}

Response conversation_response(const Call& call, const Result<Applied>& applied) {
  if (!applied) return problem(applied.error());
  return json_response(200, {{"conversation", conversation_answer(call, applied->conversation)}});
}

}  // namespace handoff::http
