#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "handoff/conversation.h"
#include "handoff/event.h"
#include "handoff/json.h"

/// Small shapes that conversations and events share. Internal to the json sources.
namespace handoff {

std::string_view outcome_name(Outcome outcome);
std::optional<Outcome> outcome_from(std::string_view name);

Json instant_json(Instant at);
Json person_json(const Person& person);
Json evidence_json(const std::vector<Evidence>& evidence);
Json optional_text(const std::string& text);  ///< null when empty

Instant read_instant(JsonReader& reader, const char* key);
std::optional<Instant> read_optional_instant(JsonReader& reader, const char* key);
std::optional<Person> read_person(JsonReader& reader, const char* key,
                                  std::vector<FieldError>& errors);
std::vector<Evidence> read_evidence(JsonReader& reader, std::vector<FieldError>& errors);
std::optional<WaitEstimate> read_wait(JsonReader& reader, std::vector<FieldError>& errors);
Contact read_contact(const Json& value, const std::string& path, std::vector<FieldError>& errors);
Reason read_reason(JsonReader& reader);
std::optional<Outcome> read_outcome(JsonReader& reader);
std::string text_or_empty(JsonReader& reader, const char* key);

}  // namespace handoff
