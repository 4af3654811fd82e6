#include "handoff/detection_json.h"

#include "handoff/time.h"
#include "json_text.h"

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

void append_evidence(std::string& out, const Evidence& evidence) {
  out += "{\"start\":" + std::to_string(evidence.start) +
         ",\"end\":" + std::to_string(evidence.end) + ",\"text\":";
  append_json_string(out, evidence.text);
  out += '}';
}

void append_signal(std::string& out, const Signal& signal) {
  out += "{\"reason\":\"";
  out += to_string(signal.reason);
  out += "\",\"score\":";
  append_json_percent(out, signal.score);
  out += signal.fires ? ",\"fires\":true,\"rule\":" : ",\"fires\":false,\"rule\":";
  append_json_string(out, signal.rule);
  out += ",\"evidence\":[";
  for (const Evidence& evidence : signal.evidence) {
    if (out.back() != '[') out += ',';
    append_evidence(out, evidence);
  }
  out += "]}";
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

std::string verdict_text(const Verdict& verdict, const Json* id) {
  std::string out = "{";
  out.reserve(256);
  if (id != nullptr) out += "\"id\":" + dump_json(*id) + ',';
  out += "\"verdict\":\"";
  out += to_string(verdict.decision);
  out += "\",\"reason\":";
  if (verdict.reason) {
    append_json_string(out, to_string(*verdict.reason));
  } else {
    out += "null";
  }
  out += ",\"score\":";
  append_json_percent(out, verdict.score);
  out += ",\"sentiment\":";
  append_json_percent(out, verdict.sentiment);
  out += ",\"language\":\"" + verdict.language + "\",\"signals\":[";
  for (const Signal& signal : verdict.signals) {
    if (out.back() != '[') out += ',';
    append_signal(out, signal);
  }
  out += "]}";
  return out;
}

}  // namespace handoff
