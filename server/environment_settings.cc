#include "environment_settings.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include "environment_values.h"

namespace handoff {
namespace {

using enum ValueKind;

struct Setting {
  const char* path;
  ValueKind kind;
  bool secret = false;
};

constexpr Setting kSettings[] = {
    {"site.id", kText},
    {"site.name", kText},
    {"site.origins", kList},
    {"site.locale", kText},
    {"site.url", kText},
    {"availability.timezone", kText},
    {"availability.hours", kJson},
    {"availability.hours.monday", kJson},
    {"availability.hours.tuesday", kJson},
    {"availability.hours.wednesday", kJson},
    {"availability.hours.thursday", kJson},
    {"availability.hours.friday", kJson},
    {"availability.hours.saturday", kJson},
    {"availability.hours.sunday", kJson},
    {"availability.exceptions", kJson},
    {"availability.override", kJson},
    {"availability.override.state", kText},
    {"availability.override.until", kText},
    {"triggers.user_request.enabled", kScalar},
    {"triggers.user_request.threshold", kScalar},
    {"triggers.low_confidence.enabled", kScalar},
    {"triggers.low_confidence.threshold", kScalar},
    {"triggers.low_confidence.offer_below", kScalar},
    {"triggers.negative_sentiment.enabled", kScalar},
    {"triggers.negative_sentiment.threshold", kScalar},
    {"triggers.negative_sentiment.messages", kScalar},
    {"triggers.keywords", kJson},
    {"triggers.failed_attempts.enabled", kScalar},
    {"triggers.failed_attempts.count", kScalar},
    {"triggers.complaint.enabled", kScalar},
    {"triggers.complaint.threshold", kScalar},
    {"triggers.technical_issue.enabled", kScalar},
    {"triggers.technical_issue.threshold", kScalar},
    {"triggers.technical_issue.action", kText},
    {"triggers.high_value_lead.enabled", kScalar},
    {"triggers.high_value_lead.threshold", kScalar},
    {"triggers.high_value_lead.attributes", kJson},
    {"messages.handoff", kTexts},
    {"messages.taken_over", kTexts},
    {"messages.returned_to_ai", kTexts},
    {"messages.waiting", kTexts},
    {"messages.callback", kTexts},
    {"offline_message", kTexts},
    {"callback.within_hours", kScalar},
    {"callback.count", kText},
    {"callback.ask", kList},
    {"waiting.timeout_minutes", kScalar},
    {"waiting.then", kText},
    {"waiting.ai_answers", kText},
    {"human.silent_minutes", kScalar},
    {"human.agent_lost_seconds", kScalar},
    {"human.then", kText},
    {"ai.provider", kText},
    {"ai.knowledge", kText},
    {"ai.base_url", kText},
    {"ai.model", kText},
    {"ai.api_key", kText, true},
    {"ai.timeout_seconds", kScalar},
    {"ai.connect_seconds", kScalar},
    {"ai.first_token_seconds", kScalar},
    {"ai.max_tokens", kScalar},
    {"ai.instructions", kText},
    {"ai.link_hosts", kList},
    {"ai.webhook.url", kText},
    {"ai.webhook.secret", kText, true},
    {"notifications.email.smtp_url", kText},
    {"notifications.email.username", kText, true},
    {"notifications.email.password", kText, true},
    {"notifications.email.from", kText},
    {"notifications.email.to", kList},
    {"notifications.push.subject", kText},
    {"notifications.push.hosts", kList},
    {"notifications.whatsapp.phone_number_id", kText},
    {"notifications.whatsapp.access_token", kText, true},
    {"notifications.whatsapp.template", kText},
    {"notifications.whatsapp.language", kText},
    {"notifications.whatsapp.to", kList},
    {"notifications.whatsapp.graph_url", kText},
    {"notifications.whatsapp.app_secret", kText, true},
    {"notifications.whatsapp.verify_token", kText, true},
    {"notifications.webhooks", kJson, true},
    {"notifications.ladder", kJson},
    {"privacy.retention_days", kScalar},
    {"privacy.notification_text", kText},
    {"privacy.consent", kText},
    {"outbound.allow_private_cidrs", kList},
    {"limits.message_characters", kScalar},
    {"limits.body_bytes", kScalar},
    {"limits.header_bytes", kScalar},
    {"limits.header_lines", kScalar},
    {"limits.request_seconds", kScalar},
    {"limits.connections_per_address", kScalar},
    {"limits.streams", kScalar},
    {"limits.streams_per_visitor", kScalar},
    {"limits.streams_per_agent", kScalar},
    {"limits.messages_per_minute", kScalar},
    {"limits.conversations_per_hour", kScalar},
    {"limits.logins_per_minute", kScalar},
    {"limits.trusted_proxies", kList},
};

constexpr std::string_view kPrefix = "HANDOFF_";
constexpr std::string_view kFileSuffix = "_FILE";
constexpr std::size_t kLargestSecretFile = 64 * 1024;

/// Where the program looks itself; see main.cc.
constexpr std::string_view kOwn[] = {"HANDOFF_CONFIG",   "HANDOFF_DATA",          "HANDOFF_LISTEN",
                                     "HANDOFF_DATABASE", "HANDOFF_DATABASE_FILE", "HANDOFF_WEB"};

std::string variable_of(std::string_view path) {
  std::string out(kPrefix);
  for (const char c : path) {
    out += c == '.' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

bool is_own(const std::string& name) {
  return name.starts_with("HANDOFF_TEST_") ||
         std::find(std::begin(kOwn), std::end(kOwn), name) != std::end(kOwn);
}

/// Objects on the way are made; where something else stands, nothing is set and the reader reports
/// what stands there.
void put(Json& root, std::string_view path, Json value) {
  Json* place = &root;
  for (;;) {
    if (place->is_null()) *place = Json::object();
    if (!place->is_object()) return;
    const auto dot = path.find('.');
    Json& next = (*place)[std::string(path.substr(0, dot))];
    if (dot == std::string_view::npos) {
      next = std::move(value);
      return;
    }
    place = &next;
    path.remove_prefix(dot + 1);
  }
}

Result<std::string> read_secret(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string content((std::istreambuf_iterator<char>(file)), {});
  if (!file) return invalid("", "names a file that cannot be read; a readable file is accepted");
  if (content.size() > kLargestSecretFile) {
    return invalid("", "names a file of more than 64 KiB; a smaller one is accepted");
  }
  while (!content.empty() && (content.back() == '\n' || content.back() == '\r')) content.pop_back();
  return content;
}

/// What the environment knows and what it got wrong, setting by setting.
class Application {
 public:
  Application(const Environment& environment, Json& settings, std::vector<FieldError>& errors)
      : environment_(environment), settings_(settings), errors_(errors) {}

  EnvironmentOrigins run() {
    for (const auto& setting : kSettings) apply(setting);
    for (const auto& [name, value] : environment_) refuse_unknown(name);
    return std::move(origins_);
  }

 private:
  const std::string* find(const std::string& name) const {
    const auto found = environment_.find(name);
    return found == environment_.end() || found->second.empty() ? nullptr : &found->second;
  }

  void error(const std::string& name, std::string message) {
    errors_.push_back({name, std::move(message)});
  }

  void apply(const Setting& setting) {
    const std::string name = variable_of(setting.path);
    const std::string file_name = name + std::string(kFileSuffix);
    const std::string* text = find(name);
    const std::string* file = setting.secret ? find(file_name) : nullptr;
    if (text && file) {
      error(file_name, "stands beside " + name + "; one of the two is accepted");
    } else if (text) {
      take(setting, name, *text);
    } else if (file) {
      const auto content = read_secret(*file);
      if (!content.ok()) return error(file_name, content.error().message);
      take(setting, file_name, *content);
    }
  }

  void take(const Setting& setting, const std::string& name, const std::string& text) {
    auto value = environment_value(text, setting.kind);
    if (!value.ok()) return error(name, value.error().message);
    put(settings_, setting.path, std::move(*value));
    origins_[setting.path] = name;
  }

  void refuse_unknown(const std::string& name) {
    if (!name.starts_with(kPrefix) || is_own(name)) return;
    const auto known = environment_names();
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    const std::string near = nearest(name, known);
    error(name, near.empty() ? "is not a setting; HANDOFF_ and the path of a setting in capitals, "
                               "such as HANDOFF_AI_API_KEY, is accepted"
                             : "is not a setting; did you mean \"" + near + "\"?");
  }

  const Environment& environment_;
  Json& settings_;
  std::vector<FieldError>& errors_;
  EnvironmentOrigins origins_ = {};
};

}  // namespace

Environment environment_of(char** environ) {
  Environment out;
  for (char** entry = environ; entry && *entry; ++entry) {
    const std::string_view text = *entry;
    const auto equals = text.find('=');
    if (!text.starts_with(kPrefix) || equals == std::string_view::npos) continue;
    out[std::string(text.substr(0, equals))] = std::string(text.substr(equals + 1));
  }
  return out;
}

EnvironmentOrigins apply_environment(const Environment& environment, Json& settings,
                                     std::vector<FieldError>& errors) {
  return Application(environment, settings, errors).run();
}

std::vector<std::string> environment_names() {
  std::vector<std::string> out;
  for (const auto& setting : kSettings) {
    out.push_back(variable_of(setting.path));
    if (setting.secret) out.push_back(out.back() + std::string(kFileSuffix));
  }
  return out;
}

}  // namespace handoff
