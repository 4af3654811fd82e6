#include "settings_parts.h"
#include "settings_syntax.h"

namespace handoff {
namespace {

constexpr std::size_t kLongestInstructions = 8000;
constexpr std::size_t kMostLinkHosts = 100;

Form line(std::size_t max, bool secret = false) {
  return {[max](std::string_view text) { return is_one_line(text, max); },
          "one line of 1 to " + std::to_string(max) + " bytes", secret};
}

Form address(const std::string& example) {
  return {[](std::string_view text) {
            return is_url(text, {"https", "http"});
          },
          "an address such as " + example + ", without user and fragment,", true};
}

void read_webhook(const Json& value, AiSettings& ai, Errors& errors) {
  JsonReader reader(value, "ai.webhook", errors);
  if (reader.require("url"))
    assign_formed(reader, "url", ai.webhook_url, address("https://bot.example/handoff"));
  if (reader.require("secret")) {
    assign_formed(reader, "secret", ai.webhook_secret,
                  {is_webhook_secret, "whsec_ followed by the secret in base64", true});
  }
  reader.finish();
}

void read_times(JsonReader& reader, AiSettings& ai) {
  assign(ai.timeout_seconds, reader.integer("timeout_seconds", {1, 300}));
  assign(ai.connect_seconds, reader.integer("connect_seconds", {1, 60}));
  assign(ai.first_token_seconds, reader.integer("first_token_seconds", {1, 300}));
}

}  // namespace

void read_ai(const Json& value, AiSettings& ai, Errors& errors) {
  JsonReader reader(value, "ai", errors);
  assign(ai.provider, reader.one_of("provider", {"builtin", "openai", "external", "none"}));
  assign_formed(reader, "knowledge", ai.knowledge, line(1024));
  assign_formed(reader, "base_url", ai.base_url, address("https://api.example/v1"));
  assign_formed(reader, "model", ai.model, line(200));
  assign_formed(reader, "api_key", ai.api_key, line(4096, true));
  read_times(reader, ai);
  assign(ai.max_tokens, reader.integer("max_tokens", {16, 32768}));
  assign(ai.instructions, reader.string("instructions", 1, kLongestInstructions));
  assign_list(reader, "link_hosts", ai.link_hosts, kMostLinkHosts,
              {is_host, "the name of a host such as help.acme.example"});
  if (const Json* webhook = reader.value("webhook")) read_webhook(*webhook, ai, errors);
  if (ai.provider == AiSettings::Provider::kOpenai) reader.require("base_url");
  reader.finish();
}

}  // namespace handoff
