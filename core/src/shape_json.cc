#include "shape_json.h"

#include <array>

#include "handoff/conversation_json.h"
#include "handoff/time.h"

namespace handoff {
namespace {

constexpr JsonReader::Range kAnySeq{0, 9007199254740991.0};

}  // namespace

std::string_view outcome_name(Outcome outcome) {
  constexpr std::array<std::string_view, 3> kNames{"right", "unnecessary", "late"};
  return kNames[static_cast<std::size_t>(outcome)];
}

std::optional<Outcome> outcome_from(std::string_view name) {
  for (const Outcome outcome : {Outcome::kRight, Outcome::kUnnecessary, Outcome::kLate}) {
    if (outcome_name(outcome) == name) return outcome;
  }
  return std::nullopt;
}

Json instant_json(Instant at) { return format_utc(at); }

Json person_json(const Person& person) { return {{"id", person.id}, {"name", person.name}}; }

Json evidence_json(const std::vector<Evidence>& evidence) {
  Json out = Json::array();
  for (const auto& item : evidence)
    out.push_back({{"start", item.start}, {"end", item.end}, {"text", item.text}});
  return out;
}

Json optional_text(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json contact_json(const Contact& contact) {
  return {{"name", optional_text(contact.name)},
          {"email", optional_text(contact.email)},
          {"phone", optional_text(contact.phone)}};
}

Json place_wait_json(const std::optional<WaitEstimate>& wait) {
  if (!wait) return nullptr;
  return {{"p50_seconds", wait->p50.count()}, {"p90_seconds", wait->p90.count()}};
}

std::optional<Instant> read_optional_instant(JsonReader& reader, const char* key) {
  const auto text = reader.string(key);
  if (!text) return std::nullopt;
  const auto at = parse_rfc3339(*text);
  if (!at) reader.error(key, "is not a time; RFC 3339 is accepted, such as 2026-11-23T08:00:00Z");
  return at;
}

Instant read_instant(JsonReader& reader, const char* key) {
  if (!reader.require(key)) return Instant{};
  return read_optional_instant(reader, key).value_or(Instant{});
}

std::string text_or_empty(JsonReader& reader, const char* key) {
  return reader.string(key).value_or("");
}

std::optional<Person> read_person(JsonReader& reader, const char* key,
                                  std::vector<FieldError>& errors) {
  const Json* value = reader.value(key);
  if (!value) return std::nullopt;
  JsonReader person(*value, reader.path_of(key), errors);
  return Person{text_or_empty(person, "id"), text_or_empty(person, "name")};
}

std::vector<Evidence> read_evidence(JsonReader& reader, std::vector<FieldError>& errors) {
  std::vector<Evidence> out;
  const Json* list = reader.value("evidence");
  if (!list || !list->is_array()) return out;
  for (const auto& item : *list) {
    JsonReader entry(item, reader.path_of("evidence"), errors);
    out.push_back({static_cast<std::uint32_t>(entry.integer("start", {0, 1e9}).value_or(0)),
                   static_cast<std::uint32_t>(entry.integer("end", {0, 1e9}).value_or(0)),
                   text_or_empty(entry, "text")});
  }
  return out;
}

std::optional<WaitEstimate> read_wait(JsonReader& reader, std::vector<FieldError>& errors) {
  const Json* value = reader.value("wait");
  if (!value) return std::nullopt;
  JsonReader wait(*value, reader.path_of("wait"), errors);
  return WaitEstimate{Seconds(wait.integer("p50_seconds", kAnySeq).value_or(0)),
                      Seconds(wait.integer("p90_seconds", kAnySeq).value_or(0))};
}

Contact read_contact(const Json& value, const std::string& path, std::vector<FieldError>& errors) {
  JsonReader reader(value, path, errors);
  return {text_or_empty(reader, "name"), text_or_empty(reader, "email"),
          text_or_empty(reader, "phone")};
}

Reason read_reason(JsonReader& reader) {
  const auto name = reader.string("reason");
  const auto reason = name ? reason_from(*name) : std::nullopt;
  if (!reason) reader.error("reason", "is not one of the reasons");
  return reason.value_or(Reason::kManual);
}

std::optional<Outcome> read_outcome(JsonReader& reader) {
  const auto index = reader.one_of("outcome", {"right", "unnecessary", "late"});
  if (!index) return std::nullopt;
  return static_cast<Outcome>(*index);
}

}  // namespace handoff
