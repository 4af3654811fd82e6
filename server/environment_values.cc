#include "environment_values.h"

namespace handoff {
namespace {

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

Json split(const std::string& text) {
  Json out = Json::array();
  for (std::size_t start = 0; start <= text.size();) {
    const auto end = std::min(text.find(',', start), text.size());
    out.push_back(trimmed(text.substr(start, end - start)));
    start = end + 1;
  }
  return out;
}

Result<Json> scalar(const std::string& text) {
  auto parsed = parse_json(trimmed(text));
  if (parsed.ok() && (parsed->is_number() || parsed->is_boolean())) return parsed;
  return invalid("", "is neither a number nor true or false; one of these is accepted");
}

}  // namespace

Result<Json> environment_value(const std::string& text, ValueKind kind) {
  const std::string content = trimmed(text);
  const char first = content.empty() ? '\0' : content.front();
  switch (kind) {
    case ValueKind::kText:
      return Json(text);
    case ValueKind::kTexts:
      return first == '{' ? parse_json(content) : Result<Json>(Json(text));
    case ValueKind::kScalar:
      return scalar(text);
    case ValueKind::kList:
      return first == '[' ? parse_json(content) : Result<Json>(split(content));
    case ValueKind::kJson:
      break;
  }
  return parse_json(content);
}

}  // namespace handoff
