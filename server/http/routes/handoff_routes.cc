#include "http/fields.h"
#include "store/handoffs.h"

/// Asking for a human, taking over, handing back.
namespace handoff::http {
namespace {

Result<AsksForHandoff> read_request(const Call& call, const Json& body) {
  std::vector<FieldError> errors;
  JsonReader reader(body, "", errors);
  AsksForHandoff ask;
  const auto reason = reader.string("reason");
  const auto known = reason ? reason_from(*reason) : std::nullopt;
  if (reason && !known) {
    reader.error("reason", std::string("is not a reason; ") + kReasons + " is accepted");
  }
  ask.note = reader.string("note", 0, kNoteMax).value_or("");
  ask.callback = reader.boolean("callback").value_or(false);
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  const bool bot = std::holds_alternative<Bot>(call.principal);
  ask.by = call.is_visitor() ? Author::kVisitor : bot ? Author::kAi : Author::kAgent;
  ask.reason = known.value_or(call.is_visitor() ? Reason::kUserRequest : Reason::kManual);
  ask.rule = call.is_visitor() ? "button" : bot ? "bot" : "agent";
  return ask;
}

Result<Response> request(Call& call) {
  const auto body = call.body();
  if (!body) return body.error();
  const auto ask = read_request(call, *body);
  if (!ask) return ask.error();
  return conversation_response(call, call.services.conversations.apply(call.id(), *ask));
}

Result<Response> cancel(Call& call) {
  const Author by = call.is_visitor() ? Author::kVisitor : Author::kAgent;
  return conversation_response(call,
                               call.services.conversations.apply(call.id(), CancelsHandoff{by}));
}

Result<Response> take_over(Call& call) {
  return conversation_response(
      call, call.services.conversations.apply(call.id(), TakesOver{call.actor()}));
}

Result<Response> return_to_ai(Call& call) {
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  ReturnsToAi command{.agent = call.actor()};
  command.note = reader.string("note", 0, kNoteMax).value_or("");
  command.message = reader.string("message", 0, kNoteMax).value_or("");
  command.client_id = reader.string("client_id", 0, kClientIdMax).value_or("");
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  return conversation_response(call, call.services.conversations.apply(call.id(), command));
}

Result<Response> transfer(Call& call) {
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  std::string agent_id;
  if (reader.require("agent_id")) agent_id = reader.string("agent_id").value_or("");
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  const auto to = call.services.accounts.find(agent_id);
  if (!to || to->disabled) return invalid("agent_id", "there is no such agent in the team");
  return conversation_response(call, call.services.conversations.apply(
                                         call.id(), Transfers{call.actor(), {to->id, to->name}}));
}

Result<Response> close(Call& call) {
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  const auto outcome = read_outcome_field(reader, false);
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  return conversation_response(
      call, call.services.conversations.apply(call.id(), Closes{call.actor(), outcome}));
}

Result<Response> label_outcome(Call& call) {
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  const auto outcome = read_outcome_field(reader, true);
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  const auto conversation_id = call.services.database.read([&](Connection& connection) {
    return store::conversation_of_handoff(connection, call.id());
  });
  if (!conversation_id) return not_found("there is no such handoff");
  return conversation_response(
      call, call.services.conversations.apply(*conversation_id,
                                              LabelsOutcome{call.actor(), call.id(), *outcome}));
}

}  // namespace

void add_handoff_routes(Api& api) {
  api.add(kVisitor | kAgent | kBot, "POST", "/v1/conversations/{id}/handoff", request);
  api.add(kVisitor | kAgent, "DELETE", "/v1/conversations/{id}/handoff", cancel);
  api.add(kAgent, "POST", "/v1/conversations/{id}/takeover", take_over);
  api.add(kAgent, "POST", "/v1/conversations/{id}/return", return_to_ai);
  api.add(kAgent, "POST", "/v1/conversations/{id}/transfer", transfer);
  api.add(kAgent, "POST", "/v1/conversations/{id}/close", close);
  api.add(kAgent, "PUT", "/v1/handoffs/{id}/outcome", label_outcome);
}

}  // namespace handoff::http
