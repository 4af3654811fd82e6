#include "ai/provider_error.h"

#include "ai/provider_json.h"
#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr std::size_t kMostCharacters = 200;

/// `["body", "tools", 0, "strict"]` as `body.tools.0.strict`.
std::string joined(const Json& location) {
  std::string path;
  for (const Json& step : location) path += (path.empty() ? "" : ".") + text_of(step);
  return path;
}

/// FastAPI's list of what did not validate.
void read_details(const Json& details, ProviderError& error) {
  for (const Json& detail : details) {
    if (error.message.empty()) error.message = text_of(member(detail, "msg"));
    if (const Json& location = member(detail, "loc"); location.is_array())
      error.parameters.push_back(joined(location));
  }
}

void read_message(const Json& message, ProviderError& error) {
  if (message.is_array()) return read_details(message, error);
  if (message.is_object()) return read_message(member(message, "detail"), error);
  error.message = text_of(message);
}

ProviderError read_error(const Json& value) {
  ProviderError error;
  if (!value.is_object()) {
    read_message(value, error);
    return error;
  }
  read_message(member(value, value.contains("message") ? "message" : "detail"), error);
  error.code = text_of(member(value, "code"));
  if (auto parameter = text_of(member(value, "param")); !parameter.empty())
    error.parameters.push_back(std::move(parameter));
  return error;
}

}  // namespace

std::optional<ProviderError> provider_error(const Json& body) {
  if (body.is_array()) return body.empty() ? std::nullopt : provider_error(body.front());
  if (const Json& error = member(body, "error"); !error.is_null()) return read_error(error);
  if (text_of(member(body, "object")) == "error" || body.contains("detail"))
    return read_error(body);
  return std::nullopt;
}

std::string for_the_log(std::string_view words, std::string_view secret) {
  std::string line(words);
  for (std::size_t at = 0; !secret.empty() && (at = line.find(secret, at)) != std::string::npos;)
    line.replace(at, secret.size(), "…");
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return std::string(first_code_points(line, kMostCharacters));
}

}  // namespace handoff
