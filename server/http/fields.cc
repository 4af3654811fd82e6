#include "http/fields.h"

#include <algorithm>

namespace handoff::http {
namespace {

bool looks_like_email(const std::string& text) {
  const auto at = text.find('@');
  return at != std::string::npos && at > 0 && text.find('.', at) != std::string::npos &&
         text.back() != '.' && text.find('@', at + 1) == std::string::npos &&
         text.find_first_of(" \t\r\n<>,;\"") == std::string::npos;
}

bool looks_like_phone(const std::string& text) {
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 5 && text.find_first_not_of("0123456789+-() ./") == std::string::npos;
}

std::string trimmed(std::string text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

ClientText read_client_text(JsonReader& reader, int max_characters) {
  ClientText out;
  if (reader.require("client_id"))
    out.client_id = reader.string("client_id", 1, kClientIdMax).value_or("");
  if (!reader.require("text")) return out;
  const std::size_t max = max_characters > 0 ? static_cast<std::size_t>(max_characters) : SIZE_MAX;
  out.text = reader.string("text", 1, max).value_or("");
  const bool blank = out.text.find_first_not_of(" \t\r\n") == std::string::npos;
  if (blank && !out.text.empty())
    reader.error("text", "is empty; at least one visible character is accepted");
  return out;
}

Contact read_contact_fields(JsonReader& reader) {
  Contact contact{trimmed(reader.string("name", 0, 200).value_or("")),
                  trimmed(reader.string("email", 0, 254).value_or("")),
                  trimmed(reader.string("phone", 0, 50).value_or(""))};
  if (!contact.email.empty() && !looks_like_email(contact.email)) {
    reader.error("email", "looks cut off; name@example.com is accepted");
  }
  if (!contact.phone.empty() && !looks_like_phone(contact.phone)) {
    reader.error("phone", "is not a phone number; +40 700 000 000 is accepted");
  }
  if (contact == Contact{}) reader.error("", "is empty; give a name, an email or a phone");
  return contact;
}

std::optional<Outcome> read_outcome_field(JsonReader& reader, bool required) {
  if (required && !reader.require("outcome")) return std::nullopt;
  const auto index = reader.one_of("outcome", {"right", "unnecessary", "late"});
  if (!index) return std::nullopt;
  return static_cast<Outcome>(*index);
}

Result<std::optional<std::int64_t>> query_count(const Request& request, std::string_view name) {
  const auto text = request.query_value(name);
  if (!text) return std::optional<std::int64_t>();
  const bool digits = !text->empty() && text->size() <= 15 &&
                      text->find_first_not_of("0123456789") == std::string_view::npos;
  if (!digits)
    return invalid(std::string(name), "is not a count; a whole number from 0 on is accepted");
  return std::optional<std::int64_t>(std::stoll(std::string(*text)));
}

Result<std::optional<Instant>> query_instant(const Request& request, std::string_view name) {
  const auto text = request.query_value(name);
  if (!text) return std::optional<Instant>();
  const auto at = parse_rfc3339(*text);
  if (!at)
    return invalid(std::string(name),
                   "is not a time; RFC 3339 is accepted, such as 2026-11-23T08:00:00Z");
  return at;
}

}  // namespace handoff::http
