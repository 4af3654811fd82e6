#include "handoff/detection_json.h"

#include "handoff/time.h"

namespace handoff {
namespace {

constexpr std::size_t kMaxTurnsRead = 10000;

Turn read_turn(const Json& value, const std::string& path, std::vector<FieldError>& errors) {
  Turn turn;
  JsonReader reader(value, path, errors);
  if (reader.require("author")) {
    turn.author = static_cast<Author>(
        reader.one_of("author", {"visitor", "ai", "agent", "system"}).value_or(0));
  }
  if (reader.require("text")) turn.text = reader.string("text").value_or("");
  turn.confidence = reader.percent("confidence");
  if (const auto at = reader.string("at")) {
    turn.at = parse_rfc3339(*at);
    if (!turn.at)
      reader.error("at",
                   "is \"" + *at + "\"; an instant such as \"2026-11-23T08:00:00Z\" is accepted");
  }
  reader.finish();
  return turn;
}

void read_turns(const Json& value, JsonReader& reader, DetectionInput& input,
                std::vector<FieldError>& errors) {
  if (!value.is_array())
    return reader.error("messages", "is not a list; a list of messages is accepted");
  if (value.size() > kMaxTurnsRead) {
    return reader.error("messages", "has " + std::to_string(value.size()) + " messages; at most " +
                                        std::to_string(kMaxTurnsRead) + " are accepted");
  }
  for (std::size_t i = 0; i < value.size(); ++i) {
    input.turns.push_back(
        read_turn(value[i], reader.path_of("messages") + "[" + std::to_string(i) + "]", errors));
  }
}

Json evidence_json(const Evidence& evidence) {
  Json json = Json::object();
  json["start"] = evidence.start;
  json["end"] = evidence.end;
  json["text"] = evidence.text;
  return json;
}

Json signal_json(const Signal& signal) {
  Json json = Json::object();
  json["reason"] = to_string(signal.reason);
  json["score"] = percent_json(signal.score);
  json["fires"] = signal.fires;
  json["rule"] = signal.rule;
  json["evidence"] = Json::array();
  for (const Evidence& evidence : signal.evidence)
    json["evidence"].push_back(evidence_json(evidence));
  return json;
}

}  // namespace

DetectionInput read_detection_input(const Json& value, std::vector<FieldError>& errors) {
  DetectionInput input;
  JsonReader reader(value, "", errors);
  reader.value("id");
  const Json* text = reader.value("text");
  const Json* messages = reader.value("messages");
  if (text != nullptr && messages != nullptr) {
    reader.error("text", "stands beside \"messages\"; one of the two is accepted");
  } else if (messages != nullptr) {
    read_turns(*messages, reader, input, errors);
  } else if (reader.require("text")) {
    input.turns.push_back({.author = Author::kVisitor, .text = reader.string("text").value_or("")});
  }
  if (const Json* attributes = reader.value("attributes")) {
    input.attributes = read_attributes(*attributes, reader.path_of("attributes"), errors);
  }
  reader.finish();
  return input;
}

Json verdict_json(const Verdict& verdict, const Json* id) {
  Json json = Json::object();
  if (id != nullptr) json["id"] = *id;
  json["verdict"] = to_string(verdict.decision);
  json["reason"] = verdict.reason ? Json(to_string(*verdict.reason)) : Json();
  json["score"] = percent_json(verdict.score);
  json["sentiment"] = percent_json(verdict.sentiment);
  json["language"] = verdict.language;
  json["signals"] = Json::array();
  for (const Signal& signal : verdict.signals) json["signals"].push_back(signal_json(signal));
  return json;
}

}  // namespace handoff
