#include "http/fields.h"

/// Reading a conversation and writing into it.
namespace handoff::http {
namespace {

constexpr int kAiTextMax = 20000;
constexpr std::size_t kSourcesMax = 10;
constexpr std::size_t kTitleMax = 200;
constexpr std::size_t kUrlMax = 2048;

Json events_json(const std::vector<Event>& events, Audience audience) {
  Json out = Json::array();
  for (const auto& event : events) out.push_back(event_json(event, audience));
  return out;
}

Result<Response> read(Call& call) {
  const auto after = query_count(call.request, "after");
  if (!after) return after.error();
  const auto conversation = call.services.conversations.find(call.id());
  if (!conversation) return conversation.error();
  if (call.is_visitor()) call.services.visitor_mail.came_back(call.id());
  const auto events = call.services.conversations.events(call.id(), after->value_or(0));
  // The log may have grown since the state was read: what is answered is one moment, so the rest is
  // left for the stream.
  std::vector<Event> seen;
  for (const auto& event : events) {
    if (event.seq <= conversation->as_of_seq) seen.push_back(event);
  }
  return json_response(200, {{"conversation", conversation_answer(call, *conversation)},
                             {"events", events_json(seen, call.audience())},
                             {"as_of_seq", conversation->as_of_seq}});
}

/// 201 for what is new, 200 for what was sent before under the same client id.
Result<Response> sent_response(const Call& call, const Result<Applied>& applied) {
  if (!applied) return applied.error();
  return json_response(
      applied->repeated ? 200 : 201,
      {{"event", applied->sent ? event_json(*applied->sent, call.audience()) : Json(nullptr)},
       {"conversation", conversation_json(applied->conversation, call.audience())}});
}

Result<ClientText> client_text(Call& call) {
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  auto text =
      read_client_text(reader, call.services.sites.current()->settings.limits.message_characters);
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  return text;
}

Result<Response> post_message(Call& call) {
  const auto text = client_text(call);
  if (!text) return text.error();
  if (!call.is_visitor()) {
    return sent_response(call,
                         call.services.conversations.apply(
                             call.id(), AgentPosts{call.actor(), text->client_id, text->text}));
  }
  const auto allowed = call.services.per_minute.take(
      "messages/" + call.id(), call.services.sites.current()->settings.limits.messages_per_minute);
  if (!allowed) return allowed.error();
  return sent_response(call, call.services.conversations.post_visitor_message(
                                 call.id(), text->client_id, text->text));
}

/// `{reason?, note?, urgent?}`: the bot asks for a person.
PersonWanted read_person_wanted(JsonReader& reader, std::vector<FieldError>& errors) {
  PersonWanted wanted{.reason = Reason::kUserRequest, .rule = "bot"};
  JsonReader in(*reader.value("handoff"), "handoff", errors);
  if (const auto name = in.string("reason")) {
    const auto reason = reason_from(*name);
    if (!reason) in.error("reason", std::string("is not a reason; ") + kReasons + " is accepted");
    wanted.reason = reason.value_or(wanted.reason);
  }
  wanted.note = in.string("note", 0, kNoteMax).value_or("");
  wanted.urgent = in.boolean("urgent").value_or(false);
  in.finish();
  return wanted;
}

std::vector<Citation> read_sources(JsonReader& reader, std::vector<FieldError>& errors) {
  std::vector<Citation> out;
  const Json* list = reader.value("sources");
  if (!list) return out;
  if (!list->is_array() || list->size() > kSourcesMax) {
    reader.error("sources", "is not a list of up to 10; a list of {title, url} is accepted");
    return out;
  }
  for (const auto& item : *list) {
    JsonReader in(item, "sources", errors);
    out.push_back(
        {in.string("title", 1, kTitleMax).value_or(""), in.string("url", 0, kUrlMax).value_or("")});
    in.finish();
  }
  return out;
}

AiPosts read_ai_answer(JsonReader& reader, std::vector<FieldError>& errors) {
  AiPosts answer;
  if (reader.has("handoff")) answer.person = read_person_wanted(reader, errors);
  // A bot that asks for a person need not say anything.
  const ClientText text =
      answer.person && !reader.has("text")
          ? ClientText{reader.string("client_id", 1, kClientIdMax).value_or(""), ""}
          : read_client_text(reader, kAiTextMax);
  answer.client_id = text.client_id;
  answer.text = text.text;
  reader.require("epoch");
  answer.epoch = reader.integer("epoch", {1, 9007199254740991.0}).value_or(0);
  answer.confidence = reader.percent("confidence");
  answer.sources = read_sources(reader, errors);
  return answer;
}

Result<Response> post_ai_message(Call& call) {
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  AiPosts answer = read_ai_answer(reader, errors);
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  return sent_response(call, call.services.own_bot.answer(call.id(), std::move(answer)));
}

Result<Response> post_note(Call& call) {
  const auto text = client_text(call);
  if (!text) return text.error();
  return sent_response(call, call.services.conversations.apply(
                                 call.id(), AddsNote{call.actor(), text->client_id, text->text}));
}

Result<Response> typing(Call& call) {
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  const bool active = reader.boolean("active").value_or(true);
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  const auto conversation = call.services.conversations.find(call.id());
  if (!conversation) return conversation.error();
  if (call.is_visitor()) {
    call.services.announcer.typing(*conversation, Author::kVisitor, "", active);
  } else {
    call.services.announcer.typing(*conversation, Author::kAgent, call.actor().person.name, active);
  }
  return no_content();
}

Result<Response> rate(Call& call) {
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  Rating rating;
  if (reader.require("score"))
    rating.score = static_cast<int>(reader.integer("score", {1, 5}).value_or(0));
  rating.text = reader.string("text", 0, 1000).value_or("");
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  return conversation_response(call, call.services.conversations.apply(call.id(), Rates{rating}));
}

Result<Response> put_contact(Call& call) {
  const auto body = call.body();
  if (!body) return body.error();
  std::vector<FieldError> errors;
  JsonReader reader(*body, "", errors);
  const Contact contact = read_contact_fields(reader);
  reader.finish();
  if (!errors.empty()) return invalid(std::move(errors));
  const Author by = call.is_visitor() ? Author::kVisitor : Author::kAgent;
  return conversation_response(
      call, call.services.conversations.apply(call.id(), GivesContact{by, contact}));
}

}  // namespace

void add_conversation_routes(Api& api) {
  api.add(kVisitor | kAgent | kBot, "GET", "/v1/conversations/{id}", read);
  api.add(kVisitor | kAgent, "POST", "/v1/conversations/{id}/messages", post_message);
  api.add(kBot, "POST", "/v1/conversations/{id}/ai-messages", post_ai_message);
  api.add(kAgent, "POST", "/v1/conversations/{id}/notes", post_note);
  api.add(kVisitor | kAgent, "POST", "/v1/conversations/{id}/typing", typing);
  api.add(kVisitor, "POST", "/v1/conversations/{id}/rating", rate);
  api.add(kVisitor | kAgent, "PUT", "/v1/conversations/{id}/contact", put_contact);
}

}  // namespace handoff::http
