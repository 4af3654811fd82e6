#include <algorithm>

#include "handoff/phone.h"
#include "settings_parts.h"
#include "settings_syntax.h"

namespace handoff {
namespace {

constexpr std::size_t kMostRecipients = 100;
constexpr std::size_t kMostWebhooks = 20;
constexpr std::size_t kMostSteps = 20;
constexpr std::size_t kMostPushHosts = 20;
constexpr int kSecondsADay = 24 * 60 * 60;

Form line(std::size_t max) {
  return {[max](std::string_view text) { return is_one_line(text, max); },
          "one line of 1 to " + std::to_string(max) + " bytes"};
}

Form secret(std::size_t max) {
  Form form = line(max);
  form.secret = true;
  return form;
}

/// The address is kept out of errors: people put passwords into it.
Form address(std::initializer_list<std::string_view> schemes, std::string example) {
  return {[list = std::vector<std::string_view>(schemes)](std::string_view text) {
            return std::any_of(list.begin(), list.end(),
                               [text](std::string_view scheme) { return is_url(text, {scheme}); });
          },
          "an address such as " + std::move(example) + ", without user and fragment,", true};
}

/// What a webhook may ask for: the event types of a conversation, promises, the team's return, and
/// the ladder's alert.
const std::vector<std::string>& webhook_events() {
  static const std::vector<std::string> names = {"message",
                                                 "note",
                                                 "handoff.requested",
                                                 "handoff.offered",
                                                 "handoff.cancelled",
                                                 "taken_over",
                                                 "transferred",
                                                 "returned_to_ai",
                                                 "callback.promised",
                                                 "contact.given",
                                                 "wait.updated",
                                                 "agent.lost",
                                                 "closed",
                                                 "reopened",
                                                 "rated",
                                                 "hidden",
                                                 "promise.due",
                                                 "promise.broken",
                                                 "team.back_online",
                                                 "handoff.alert"};
  return names;
}

bool is_webhook_event(std::string_view text) {
  const auto& names = webhook_events();
  return std::find(names.begin(), names.end(), text) != names.end();
}

std::string joined_events() {
  std::string out;
  for (const auto& name : webhook_events()) out += (out.empty() ? "one of " : ", ") + name;
  return out;
}

bool is_push_subject(std::string_view text) {
  const std::string_view mailto = "mailto:";
  if (text.substr(0, mailto.size()) == mailto) return is_email(text.substr(mailto.size()));
  return is_url(text, {"https"});
}

/// The id that WhatsApp gives a user for one business, `US.13491208655302741918`: who goes by a
/// name there need not show a number.
bool is_whatsapp_user_id(std::string_view text) {
  const auto all = [](std::string_view part, auto test) {
    return std::all_of(part.begin(), part.end(), test);
  };
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (text.size() < 4 || text[2] != '.' || !all(text.substr(0, 2), is_capital)) return false;
  text.remove_prefix(text.substr(3, 4) == "ENT." ? 7 : 3);
  return !text.empty() && text.size() <= 128 && all(text, [&](char c) {
    return is_capital(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
}

bool is_whatsapp_recipient(std::string_view text) {
  return is_phone(text) || is_whatsapp_user_id(text);
}

/// A list that must have at least one entry.
void require_some(JsonReader& reader, const char* key, const std::vector<std::string>& list) {
  const Json* given = reader.value(key);
  if (!given) {
    reader.require(key);
  } else if (given->is_array() && given->empty() && list.empty()) {
    reader.error(key, "is empty; at least one entry is accepted");
  }
}

EmailSettings read_email(const Json& value, Errors& errors) {
  JsonReader reader(value, "notifications.email", errors);
  EmailSettings out;
  if (reader.require("smtp_url")) {
    assign_formed(reader, "smtp_url", out.smtp_url,
                  address({"smtps", "smtp"}, "smtps://mail.example:465"));
  }
  assign_formed(reader, "username", out.username, secret(320));
  assign_formed(reader, "password", out.password, secret(1024));
  if (reader.require("from")) {
    assign_formed(reader, "from", out.from,
                  {[](std::string_view text) { return is_email(text, true); },
                   "an address such as Acme <support@acme.example>"});
  }
  assign_list(reader, "to", out.to, kMostRecipients,
              {[](std::string_view text) { return is_email(text); },
               "an address such as team@acme.example"});
  require_some(reader, "to", out.to);
  reader.finish();
  return out;
}

WhatsappSettings read_whatsapp(const Json& value, Errors& errors) {
  JsonReader reader(value, "notifications.whatsapp", errors);
  WhatsappSettings out;
  out.template_name = "handoff_alert";
  out.language = "en";
  out.graph_url = "https://graph.facebook.com/v25.0";
  if (reader.require("phone_number_id")) {
    assign_formed(reader, "phone_number_id", out.phone_number_id,
                  {[](std::string_view text) {
                     return is_one_line(text, 32) &&
                            text.find_first_not_of("0123456789") == std::string_view::npos;
                   },
                   "the number's id, digits only,"});
  }
  if (reader.require("access_token")) {
    assign_formed(reader, "access_token", out.access_token, secret(4096));
  }
  assign_formed(reader, "template", out.template_name, line(512));
  assign_formed(reader, "language", out.language, line(16));
  assign_formed(reader, "graph_url", out.graph_url,
                address({"https", "http"}, "https://graph.facebook.com/v25.0"));
  assign_formed(reader, "app_secret", out.app_secret, secret(256));
  assign_formed(reader, "verify_token", out.verify_token, secret(256));
  assign_list(reader, "to", out.to, kMostRecipients,
              {is_whatsapp_recipient,
               "a phone number such as +40700000000, or WhatsApp's id of a user such as US.1349"});
  require_some(reader, "to", out.to);
  reader.finish();
  return out;
}

WebhookSettings read_webhook(const Json& value, const std::string& path, Errors& errors) {
  JsonReader reader(value, path, errors);
  WebhookSettings out;
  if (reader.require("url")) {
    assign_formed(reader, "url", out.url,
                  address({"https", "http"}, "https://hooks.example/handoff"));
  }
  assign_formed(reader, "secret", out.secret,
                {is_webhook_secret, "whsec_ followed by the secret in base64", true});
  assign_list(reader, "events", out.events, webhook_events().size(),
              {is_webhook_event, joined_events()});
  assign(out.format, reader.one_of("format", {"handoff", "slack", "teams"}));
  reader.finish();
  return out;
}

Channel channel_named(std::string_view name) {
  if (name == "push") return Channel::kPush;
  if (name == "webhook") return Channel::kWebhook;
  return name == "email" ? Channel::kEmail : Channel::kWhatsapp;
}

LadderStep read_step(const Json& value, const std::string& path, Errors& errors) {
  JsonReader reader(value, path, errors);
  LadderStep out;
  reader.require("after_seconds");
  assign(out.after_seconds, reader.integer("after_seconds", {0, kSecondsADay}));
  std::vector<std::string> names;
  assign_list(reader, "channels", names, 4,
              {[](std::string_view text) {
                 return text == "push" || text == "webhook" || text == "email" ||
                        text == "whatsapp";
               },
               "\"push\", \"webhook\", \"email\" or \"whatsapp\""});
  require_some(reader, "channels", names);
  for (const auto& name : names) out.channels.push_back(channel_named(name));
  reader.finish();
  return out;
}

void read_push(const Json& value, NotificationSettings& notifications, Errors& errors) {
  JsonReader reader(value, "notifications.push", errors);
  std::string subject;
  if (reader.require("subject")) {
    assign_formed(reader, "subject", subject,
                  {is_push_subject, "mailto: and an address, or an https: address,"});
  }
  notifications.push_subject = std::move(subject);
  assign_list(reader, "hosts", notifications.push_hosts, kMostPushHosts,
              {is_host, "the name of a host, such as push.acme.example,"});
  reader.finish();
}

}  // namespace

void read_notifications(const Json& value, NotificationSettings& notifications, Errors& errors) {
  JsonReader reader(value, "notifications", errors);
  if (const Json* email = reader.value("email")) notifications.email = read_email(*email, errors);
  if (const Json* push = reader.value("push")) read_push(*push, notifications, errors);
  if (const Json* whatsapp = reader.value("whatsapp")) {
    notifications.whatsapp = read_whatsapp(*whatsapp, errors);
  }
  each_item(reader, "webhooks", kMostWebhooks, [&](const Json& item, const std::string& path) {
    notifications.webhooks.push_back(read_webhook(item, path, errors));
  });
  std::vector<LadderStep> ladder;
  const auto read = [&](const Json& item, const std::string& path) {
    ladder.push_back(read_step(item, path, errors));
  };
  if (each_item(reader, "ladder", kMostSteps, read)) {
    std::stable_sort(ladder.begin(), ladder.end(), [](const LadderStep& a, const LadderStep& b) {
      return a.after_seconds < b.after_seconds;
    });
    notifications.ladder = std::move(ladder);
  }
  reader.finish();
}

}  // namespace handoff
