#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "handoff/conversation.h"
#include "http/api.h"

/// The fields that several bodies share, checked in one place. Each adds to `errors` and goes on.
namespace handoff::http {

inline constexpr std::size_t kClientIdMax = 100;
inline constexpr std::size_t kNoteMax = 4000;
inline constexpr const char* kReasons =
    "user_request, low_confidence, negative_sentiment, keyword, failed_attempts, complaint, "
    "technical_issue, high_value_lead, ai_error or manual";

/// `{client_id, text}`; `max_characters` 0 means no limit.
struct ClientText {
  std::string client_id;
  std::string text;
};
ClientText read_client_text(JsonReader& reader, int max_characters);

/// `{name, email, phone}` in their forms; at least one must be given.
Contact read_contact_fields(JsonReader& reader);

std::optional<Outcome> read_outcome_field(JsonReader& reader, bool required);

/// A query parameter that counts: absent is nullopt; anything but digits is kInvalid.
Result<std::optional<std::int64_t>> query_count(const Request& request, std::string_view name);
/// A query parameter that is an instant (RFC 3339).
Result<std::optional<Instant>> query_instant(const Request& request, std::string_view name);

}  // namespace handoff::http
