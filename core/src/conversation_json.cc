#include "handoff/conversation_json.h"

#include <array>

#include "shape_json.h"

namespace handoff {
namespace {

constexpr JsonReader::Range kAnySeq{0, 9007199254740991.0};
constexpr std::array<std::string_view, 3> kPromiseStates{"open", "kept", "broken"};

Json promise_json(const Promise* promise) {
  if (!promise) return nullptr;
  return {{"due_at", instant_json(promise->due_at)},
          {"promised_at", instant_json(promise->promised_at)},
          {"state", kPromiseStates[static_cast<std::size_t>(promise->state)]}};
}

std::optional<Promise> read_promise(JsonReader& reader, const char* key,
                                    std::vector<FieldError>& errors) {
  const Json* value = reader.value(key);
  if (!value) return std::nullopt;
  JsonReader promise(*value, reader.path_of(key), errors);
  const auto state = promise.one_of("state", {"open", "kept", "broken"}).value_or(0);
  return Promise{read_instant(promise, "due_at"), read_instant(promise, "promised_at"),
                 static_cast<Promise::State>(state)};
}

Json handoff_json(const Handoff* handoff, Audience audience) {
  if (!handoff) return nullptr;
  Json out = {
      {"id", handoff->id},
      {"reason", to_string(handoff->reason)},
      {"rule", handoff->rule},
      {"score", percent_json(handoff->score)},
      {"evidence", evidence_json(handoff->evidence)},
      {"message_seq", handoff->message_seq},
      {"requested_at", instant_json(handoff->requested_at)},
      {"taken_at", handoff->taken_at ? instant_json(*handoff->taken_at) : Json(nullptr)},
      {"position", handoff->place.position},
      {"wait", place_wait_json(handoff->place.wait)},
      {"outcome", handoff->outcome ? Json(outcome_name(*handoff->outcome)) : Json(nullptr)}};
  if (audience == Audience::kAgent) {
    out["note"] = optional_text(handoff->note);
    if (handoff->urgent) out["urgent"] = true;
  }
  return out;
}

std::optional<Handoff> read_handoff(JsonReader& reader, std::vector<FieldError>& errors) {
  const Json* value = reader.value("handoff");
  if (!value) return std::nullopt;
  JsonReader in(*value, reader.path_of("handoff"), errors);
  Handoff handoff{.id = text_or_empty(in, "id"),
                  .reason = read_reason(in),
                  .score = static_cast<Percent>(in.percent("score").value_or(0)),
                  .rule = text_or_empty(in, "rule"),
                  .evidence = read_evidence(in, errors),
                  .message_seq = in.integer("message_seq", kAnySeq).value_or(0),
                  .note = text_or_empty(in, "note"),
                  .urgent = in.boolean("urgent").value_or(false),
                  .requested_at = read_instant(in, "requested_at"),
                  .taken_at = read_optional_instant(in, "taken_at")};
  handoff.place.position = static_cast<int>(in.integer("position", {0, 1e9}).value_or(0));
  handoff.place.wait = read_wait(in, errors);
  handoff.outcome = read_outcome(in);
  return handoff;
}

Json page_json(const Page& page) {
  if (page == Page{}) return nullptr;
  return {{"url", page.url}, {"title", page.title}, {"referrer", page.referrer}};
}

Json offered_json(const std::vector<Reason>& reasons) {
  Json out = Json::array();
  for (const Reason reason : reasons) out.push_back(to_string(reason));
  return out;
}

State read_state(JsonReader& reader, std::vector<FieldError>& errors) {
  const auto which =
      reader.one_of("state", {"ai", "waiting", "human", "callback", "closed"}).value_or(0);
  auto handoff = read_handoff(reader, errors);
  const auto promise = read_promise(reader, "callback", errors);
  const auto owner = read_person(reader, "owner", errors);
  const auto closed_at = read_optional_instant(reader, "closed_at");
  if (handoff && which != 3) handoff->promise = promise;
  const Handoff open = handoff.value_or(Handoff{});
  if (which == 1) return WaitingForAgent{open};
  if (which == 2) {
    if (!owner) reader.error("owner", "is missing; the state \"human\" has one");
    return HumanAnswers{owner.value_or(Person{}), open};
  }
  if (which == 3) {
    if (!promise) reader.error("callback", "is missing; the state \"callback\" has one");
    return CallbackPromised{open, promise.value_or(Promise{})};
  }
  if (which == 4) return Closed{closed_at.value_or(Instant{}), handoff};
  return AiAnswers{handoff};
}

Page read_page(JsonReader& reader, std::vector<FieldError>& errors) {
  const Json* value = reader.value("page");
  if (!value) return {};
  JsonReader page(*value, reader.path_of("page"), errors);
  return {text_or_empty(page, "url"), text_or_empty(page, "title"),
          text_or_empty(page, "referrer")};
}

std::vector<Reason> read_offered(JsonReader& reader) {
  std::vector<Reason> out;
  for (const auto& name : reader.strings("offered").value_or(std::vector<std::string>{})) {
    if (const auto reason = reason_from(name)) out.push_back(*reason);
  }
  return out;
}

std::optional<Rating> read_rating(JsonReader& reader, std::vector<FieldError>& errors) {
  const Json* value = reader.value("rating");
  if (!value) return std::nullopt;
  JsonReader rating(*value, reader.path_of("rating"), errors);
  return Rating{static_cast<int>(rating.integer("score", {1, 5}).value_or(1)),
                text_or_empty(rating, "text")};
}

}  // namespace

Json conversation_json(const Conversation& c, Audience audience) {
  const auto* closed = std::get_if<Closed>(&c.state);
  const Person* owner = c.owner();
  return {{"id", c.id},
          {"site", c.site},
          {"state", state_name(c.state)},
          {"epoch", c.epoch},
          {"owner", owner ? person_json(*owner) : Json(nullptr)},
          {"created_at", instant_json(c.created_at)},
          {"updated_at", instant_json(c.updated_at)},
          {"closed_at", closed ? instant_json(closed->closed_at) : Json(nullptr)},
          {"as_of_seq", c.as_of_seq},
          {"locale", c.locale},
          {"timezone", optional_text(c.timezone)},
          {"page", page_json(c.page)},
          {"attributes", attributes_json(c.attributes)},
          {"verified", c.verified},
          {"contact", c.contact ? contact_json(*c.contact) : Json(nullptr)},
          {"handoff", handoff_json(c.handoff(), audience)},
          {"callback", promise_json(c.promise())},
          {"offered", offered_json(c.offered)},
          {"rating", c.rating
                         ? Json{{"score", c.rating->score}, {"text", optional_text(c.rating->text)}}
                         : Json(nullptr)}};
}

Conversation read_conversation(const Json& value, std::vector<FieldError>& errors) {
  JsonReader in(value, "conversation", errors);
  Conversation c{.id = text_or_empty(in, "id"),
                 .site = text_or_empty(in, "site"),
                 .state = read_state(in, errors)};
  c.epoch = in.integer("epoch", {1, kAnySeq.max}).value_or(1);
  c.as_of_seq = in.integer("as_of_seq", kAnySeq).value_or(0);
  c.created_at = read_instant(in, "created_at");
  c.updated_at = read_instant(in, "updated_at");
  c.locale = in.string("locale").value_or("en");
  c.timezone = text_or_empty(in, "timezone");
  c.page = read_page(in, errors);
  if (const Json* attributes = in.value("attributes"))
    c.attributes = read_attributes(*attributes, "attributes", errors);
  c.verified = in.boolean("verified").value_or(false);
  if (const Json* contact = in.value("contact"))
    c.contact = read_contact(*contact, "contact", errors);
  c.offered = read_offered(in);
  c.rating = read_rating(in, errors);
  return c;
}

Json summary_json(const Summary& summary) {
  Json tried = Json::array();
  for (const auto& attempt : summary.tried) {
    tried.push_back(
        {{"question", attempt.question},
         {"confidence", attempt.confidence ? percent_json(*attempt.confidence) : Json(nullptr)},
         {"answer", optional_text(attempt.answer)}});
  }
  return {{"wants", optional_text(summary.wants)},
          {"tried", tried},
          {"why", summary.why ? Json(to_string(*summary.why)) : Json(nullptr)},
          {"words", optional_text(summary.words)},
          {"contact", summary.contact ? contact_json(*summary.contact) : Json(nullptr)}};
}

}  // namespace handoff
