#include "notify/remote_json.h"

namespace handoff::remote {
namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c != '\0' && std::string_view(" .,:_()-").find(c) != std::string_view::npos);
}

}  // namespace

const Json& nothing() {
  static const Json kNothing;
  return kNothing;
}

const Json& member(const Json& value, const char* key) {
  if (!value.is_object()) return nothing();
  const auto found = value.find(key);
  return found == value.end() ? nothing() : *found;
}

const Json& item(const Json& value, std::size_t index) {
  return value.is_array() && index < value.size() ? value[index] : nothing();
}

std::string text(const Json& value) {
  if (const auto* found = value.get_ptr<const std::string*>()) return *found;
  return value.is_number_integer() ? dump_json(value) : std::string();
}

std::string plain_text(const Json& value, std::size_t max) {
  std::string out;
  for (const char c : text(value).substr(0, max)) {
    if (is_plain(c)) out += c;
  }
  return out;
}

}  // namespace handoff::remote
