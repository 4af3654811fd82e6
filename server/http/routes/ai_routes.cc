#include "http/fields.h"

/// The AI as the team sees it: how it fares, a question to try it with, its summary of a
/// conversation.
namespace handoff::http {
namespace {

constexpr std::size_t kQuestionMax = 2000;

Result<Response> status(Call& call) { return json_response(200, call.services.ai_desk.status()); }

Result<Response> test(Call& call) {
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  std::string question;
  if (reader.require("question"))
    question = reader.string("question", 1, kQuestionMax).value_or("");
  const std::string locale = reader.string("locale", 2, 35).value_or("en");
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  const auto tested = call.services.ai_desk.test(question, locale);
  if (!tested) return tested.error();
  return json_response(200, *tested);
}

Result<Response> write_summary(Call& call) {
  const auto written = call.services.summaries.write(call.id());
  if (!written) return written.error();
  const auto conversation = call.services.conversations.find(call.id());
  if (!conversation) return conversation.error();
  return json_response(200, {{"conversation", conversation_answer(call, *conversation)}});
}

}  // namespace

void add_ai_routes(Api& api) {
  api.add(kAdmin, "GET", "/v1/ai", status);
  api.add(kAdmin, "POST", "/v1/ai/test", test);
  api.add(kAgent, "POST", "/v1/conversations/{id}/summary", write_summary);
}

}  // namespace handoff::http
