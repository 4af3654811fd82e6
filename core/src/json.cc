#include "handoff/json.h"

#include <cmath>

#include "json_text.h"

namespace handoff {
namespace {

/// The shortest digits that give `value` back; `null` for what is not a number.
void append_number(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  char text[64];
  const char* end = nlohmann::detail::to_chars(text, text + sizeof text, value);
  out.append(text, static_cast<std::size_t>(end - text));
}

void append(std::string& out, const Json& value) {
  if (const auto* object = value.get_ptr<const Json::object_t*>()) {
    out += '{';
    for (const auto& [key, item] : *object) {
      if (out.back() != '{') out += ',';
      append_json_string(out, key);
      out += ':';
      append(out, item);
    }
    out += '}';
  } else if (const auto* array = value.get_ptr<const Json::array_t*>()) {
    out += '[';
    bool first = true;
    for (const Json& item : *array) {
      if (!first) out += ',';
      first = false;
      append(out, item);
    }
    out += ']';
  } else if (const auto* text = value.get_ptr<const std::string*>()) {
    append_json_string(out, *text);
  } else if (value.is_boolean()) {
    out += value.get<bool>() ? "true" : "false";
  } else if (value.is_number_float()) {
    append_number(out, value.get<double>());
  } else if (value.is_number_unsigned()) {
    out += std::to_string(value.get<std::uint64_t>());
  } else if (value.is_number()) {
    out += std::to_string(value.get<std::int64_t>());
  } else {
    out += "null";
  }
}

}  // namespace

std::string dump_json(const Json& value) {
  std::string out;
  append(out, value);
  return out;
}

Json percent_json(Percent value) {
  if (value % 100 == 0) return value / 100;
  return static_cast<double>(value) / 100.0;
}

}  // namespace handoff
