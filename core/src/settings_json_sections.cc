#include <algorithm>

#include "settings_parts.h"
#include "settings_syntax.h"

namespace handoff {
namespace {

constexpr std::size_t kLongestMessage = 2000;
constexpr int kMinutesADay = 24 * 60;

const Form& cidr_form() {
  static const Form form = {is_cidr, "an address block such as 10.0.0.0/8 or fd00::/8"};
  return form;
}

const Form& locale_form() {
  static const Form form = {is_locale, "a language tag such as en, ro or pt-BR"};
  return form;
}

/// One text of a message, at most `kLongestMessage` characters.
void put_text(JsonReader& reader, const std::string& key, const std::string& locale,
              LocalizedText& out) {
  if (auto text = reader.string(key.c_str(), 1, kLongestMessage)) {
    out.by_locale[locale] = std::move(*text);
  }
}

}  // namespace

LocalizedText read_text(const Json& value, const std::string& path, Errors& errors) {
  LocalizedText out;
  if (value.is_object()) {
    JsonReader reader(value, path, errors);
    for (const auto& [locale, text] : value.items()) {
      if (locale_form().holds(locale)) {
        put_text(reader, locale, locale, out);
      } else {
        reader.error(locale, "is not a locale; " + locale_form().accepted + " is accepted");
      }
    }
  } else if (value.is_string()) {
    // The reader wants an object: one with this text, and no name of its own in the path.
    Json wrapped = Json::object();
    wrapped[""] = value;
    JsonReader reader(wrapped, path, errors);
    put_text(reader, "", "", out);
  } else {
    errors.push_back(
        {path, "is neither a text nor texts by locale; a string or an object is accepted"});
  }
  return out;
}

void read_site(const Json& value, SiteSettings& site, Errors& errors) {
  JsonReader reader(value, "site", errors);
  assign_formed(reader, "id", site.id, {is_site_id, "1 to 64 small letters, digits and hyphens"});
  assign_formed(
      reader, "name", site.name,
      {[](std::string_view text) { return is_one_line(text, 100); }, "one line of 1 to 100 bytes"});
  assign_list(reader, "origins", site.origins, 100,
              {is_origin, "an origin such as https://shop.example, without a path,"});
  assign_formed(reader, "locale", site.locale, locale_form());
  assign_formed(reader, "url", site.url,
                {[](std::string_view text) {
                   return text.find('?') == std::string_view::npos &&
                          (is_url(text, {"https"}) || is_url(text, {"http"}));
                 },
                 "this server's public address, such as https://handoff.example,"});
  while (!site.url.empty() && site.url.back() == '/') site.url.pop_back();
  reader.finish();
}

void read_messages(const Json& value, MessageSettings& messages, Errors& errors) {
  JsonReader reader(value, "messages", errors);
  const auto read = [&](const char* key, LocalizedText& out) {
    if (const Json* text = reader.value(key)) out = read_text(*text, reader.path_of(key), errors);
  };
  read("handoff", messages.handoff);
  read("taken_over", messages.taken_over);
  read("returned_to_ai", messages.returned_to_ai);
  read("waiting", messages.waiting);
  read("callback", messages.callback);
  reader.finish();
}

void read_callback(const Json& value, CallbackSettings& callback, Errors& errors) {
  JsonReader reader(value, "callback", errors);
  if (const auto hours = reader.number("within_hours", {0.25, 720})) {
    callback.within = Minutes(static_cast<int>(*hours * 60 + 0.5));
  }
  assign(callback.count, reader.one_of("count", {"working", "clock"}));
  std::vector<std::string> ask;
  const bool given = reader.has("ask");
  assign_list(
      reader, "ask", ask, 3,
      {[](std::string_view text) { return text == "name" || text == "email" || text == "phone"; },
       "\"name\", \"email\" or \"phone\""});
  if (given) callback.ask.clear();
  for (const auto& field : ask) {
    callback.ask.push_back(field == "name"    ? ContactField::kName
                           : field == "email" ? ContactField::kEmail
                                              : ContactField::kPhone);
  }
  reader.finish();
}

void read_waiting(const Json& value, WaitingSettings& waiting, Errors& errors) {
  JsonReader reader(value, "waiting", errors);
  assign(waiting.timeout_minutes, reader.integer("timeout_minutes", {1, kMinutesADay}));
  assign(waiting.then, reader.one_of("then", {"callback", "ai"}));
  assign(waiting.ai_answers, reader.one_of("ai_answers", {"off", "simple"}));
  reader.finish();
}

void read_human(const Json& value, HumanSettings& human, Errors& errors) {
  JsonReader reader(value, "human", errors);
  assign(human.silent_minutes, reader.integer("silent_minutes", {1, kMinutesADay}));
  assign(human.agent_lost_seconds, reader.integer("agent_lost_seconds", {1, 3600}));
  assign(human.then, reader.one_of("then", {"waiting", "ai"}));
  reader.finish();
}

void read_privacy(const Json& value, PrivacySettings& privacy, Errors& errors) {
  JsonReader reader(value, "privacy", errors);
  assign(privacy.retention_days, reader.integer("retention_days", {1, 36500}));
  assign(privacy.notification_text, reader.one_of("notification_text", {"full", "masked", "none"}));
  assign(privacy.consent, reader.one_of("consent", {"off", "notice", "required"}));
  reader.finish();
}

void read_outbound(const Json& value, std::vector<std::string>& private_cidrs, Errors& errors) {
  JsonReader reader(value, "outbound", errors);
  assign_list(reader, "allow_private_cidrs", private_cidrs, 100, cidr_form());
  reader.finish();
}

void read_limits(const Json& value, LimitSettings& limits, Errors& errors) {
  JsonReader reader(value, "limits", errors);
  const auto limit = [&](const char* key, int max, int& out) {
    assign(out, reader.integer(key, {0, static_cast<double>(max)}));
  };
  limit("message_characters", 1'000'000, limits.message_characters);
  limit("body_bytes", 64 << 20, limits.body_bytes);
  limit("header_bytes", 1 << 20, limits.header_bytes);
  limit("header_lines", 10'000, limits.header_lines);
  limit("request_seconds", 3600, limits.request_seconds);
  limit("connections_per_address", 1'000'000, limits.connections_per_address);
  limit("streams", 1'000'000, limits.streams);
  limit("streams_per_visitor", 1'000'000, limits.streams_per_visitor);
  limit("streams_per_agent", 1'000'000, limits.streams_per_agent);
  limit("messages_per_minute", 1'000'000, limits.messages_per_minute);
  limit("conversations_per_hour", 1'000'000, limits.conversations_per_hour);
  limit("logins_per_minute", 1'000'000, limits.logins_per_minute);
  assign_list(reader, "trusted_proxies", limits.trusted_proxies, 100, cidr_form());
  reader.finish();
}

}  // namespace handoff
