#include <array>

#include "http/fields.h"
#include "service/secrets.h"

/// The settings as they are, for administrators.
namespace handoff::http {
namespace {

constexpr std::array<std::string_view, 6> kSecrets{"api_key",    "password",     "access_token",
                                                   "app_secret", "verify_token", "secret"};

/// The same without what must not leave the server; that something is set can still be seen.
Json redacted(const Json& value) {
  if (value.is_array()) {
    Json out = Json::array();
    for (const auto& item : value) out.push_back(redacted(item));
    return out;
  }
  if (!value.is_object()) return value;
  Json out = Json::object();
  for (const auto& [key, item] : value.items()) {
    const bool secret = std::find(kSecrets.begin(), kSecrets.end(), key) != kSecrets.end();
    out[key] = secret ? Json("********") : redacted(item);
  }
  return out;
}

std::string etag_of(const std::string& text) {
  std::string out = "\"";
  for (const unsigned char byte : hash_token(text).substr(0, 8)) out += std::to_string(byte) + ".";
  out.back() = '"';
  return out;
}

Result<Response> read_settings(Call& call) {
  const Json settings = redacted(call.services.sites.current()->source);
  Response response = json_response(200, settings);
  response.header("ETag", etag_of(dump_json(settings)));
  return response;
}

}  // namespace

void add_settings_routes(Api& api) { api.add(kAdmin, "GET", "/v1/settings", read_settings); }

}  // namespace handoff::http
