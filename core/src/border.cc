#include "handoff/border.h"

#include "handoff/conversation_json.h"
#include "handoff/detection_json.h"
#include "handoff/reduce.h"
#include "handoff/settings_json.h"

namespace handoff {
namespace {

std::string problem(const std::string& message) { return dump_json({{"error", message}}); }

std::string problem(std::vector<FieldError> errors) {
  return problem(invalid(std::move(errors)).message);
}

/// The `triggers` of a settings object, or the defaults.
Result<TriggerSettings> triggers_of(std::string_view text) {
  if (text.empty()) return TriggerSettings{};
  const auto settings = parse_json(text);
  if (!settings) return settings.error();
  if (!settings->is_object() || !settings->contains("triggers")) return TriggerSettings{};
  std::vector<FieldError> errors;
  TriggerSettings triggers = read_triggers((*settings)["triggers"], "triggers", errors);
  if (!errors.empty()) return invalid(std::move(errors));
  return triggers;
}

}  // namespace

std::string DetectBorder::settings(std::string_view text) {
  const auto triggers = triggers_of(text);
  if (!triggers) return problem("settings: " + triggers.error().message);
  detector_ = Detector(*triggers);
  return {};
}

std::string DetectBorder::detect(std::string_view line) const {
  const auto value = parse_json(line);
  if (!value) return problem(value.error().message);
  std::vector<FieldError> errors;
  const DetectionInput turns = read_detection_input(*value, errors);
  if (!errors.empty()) return problem(std::move(errors));
  const auto id = value->find("id");
  return verdict_text(detector_.detect(turns), id == value->end() ? nullptr : &*id);
}

std::string DetectBorder::detect_text(std::string_view text) {
  message_.turns.front().text = text;
  return verdict_text(detector_.detect(message_), nullptr);
}

std::string availability_border(std::string_view hours_text, std::string_view zone_text,
                                std::string_view at_text) {
  const auto hours_value = parse_json(hours_text);
  if (!hours_value) return problem("hours: " + hours_value.error().message);
  const auto zone_value = parse_json(zone_text);
  if (!zone_value) return problem("zone: " + zone_value.error().message);
  std::vector<FieldError> errors;
  const WorkingHours hours = read_working_hours(*hours_value, "hours", errors);
  const ZoneTable zone = read_zone_table(*zone_value, "zone", errors);
  const auto at = parse_rfc3339(at_text);
  if (!at)
    errors.push_back({"at", "is not a time; RFC 3339 is accepted, such as 2026-11-23T08:00:00Z"});
  if (!errors.empty()) return problem(std::move(errors));
  return dump_json(availability_json(availability_at(hours, zone, *at), zone));
}

std::string reduce_border(std::string_view conversation_text, std::string_view event_text) {
  const auto conversation_value = parse_json(conversation_text);
  if (!conversation_value) return problem("conversation: " + conversation_value.error().message);
  const auto event_value = parse_json(event_text);
  if (!event_value) return problem("event: " + event_value.error().message);
  std::vector<FieldError> errors;
  const Event event = read_event(*event_value, errors);
  // `null` begins a conversation: the first event of a log that nobody has folded yet.
  const bool begins = conversation_value->is_null();
  const Conversation before = begins ? Conversation{.created_at = event.at, .updated_at = event.at}
                                     : read_conversation(*conversation_value, errors);
  if (!errors.empty()) return problem(std::move(errors));
  if (event.seq > before.as_of_seq + 1) {
    return problem("event: seq " + std::to_string(event.seq) + " leaves a hole after " +
                   std::to_string(before.as_of_seq));
  }
  Json out = conversation_json(reduce(before, event), Audience::kAgent);
  if (begins) return dump_json(out);
  for (const auto& [key, value] : conversation_value->items()) {
    if (!out.contains(key)) out[key] = value;
  }
  return dump_json(out);
}

}  // namespace handoff
