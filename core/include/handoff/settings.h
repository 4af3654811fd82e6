#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "handoff/availability.h"
#include "handoff/callback.h"

/// What a site owner can set, with its defaults (contract, section 3). Plain values.
/// `settings_json.h` reads them.
namespace handoff {

/// Hundredths: 97 means 0.97. Whole numbers, so that two compilers cannot disagree.
using Percent = int;

/// What the site knows about a visitor: flat, string, number or boolean.
using AttributeValue = std::variant<bool, double, std::string>;
using Attributes = std::map<std::string, AttributeValue>;

/// A text per locale. Looked up by exact locale, then its language, then `en`, then any.
struct LocalizedText {
  std::map<std::string, std::string> by_locale =
      {};  ///< a plain string in the file stands under ""

  bool empty() const { return by_locale.empty(); }
  /// The text for `locale` (`ro`, `pt-BR`), or empty when there is none at all.
  const std::string& in(const std::string& locale) const;

  friend bool operator==(const LocalizedText&, const LocalizedText&) = default;
};

struct SiteSettings {
  std::string id = "default";
  std::string name = "Handoff";
  std::vector<std::string> origins =
      {};  ///< pages that may embed the widget; empty: only our own origin
  std::string locale = "en";
  std::string url = {};  ///< where the team reaches this server, without a slash at its end; empty:
                         ///< not said
};

/// A trigger that compares a score with a threshold.
struct ThresholdTrigger {
  bool enabled = true;
  Percent threshold = 50;
};

enum class TriggerAction { kHandoff, kOffer };

struct KeywordTrigger {
  enum class Match { kWord, kPrefix, kPhrase, kExact };
  std::string phrase;
  Match match = Match::kWord;
  TriggerAction action = TriggerAction::kHandoff;
  std::vector<std::string> languages = {};  ///< empty: all
};

struct LeadAttribute {
  enum class Op { kEq, kNe, kIn, kGt, kGte, kLt, kLte, kContains, kExists };
  std::string name;
  Op op = Op::kEq;
  std::vector<AttributeValue> values = {};  ///< one, except for `in`; none for `exists`
};

struct TriggerSettings {
  ThresholdTrigger user_request = {true, 50};
  struct LowConfidence {
    bool enabled = true;
    Percent threshold = 35;    ///< below: handoff
    Percent offer_below = 55;  ///< below: offer
  } low_confidence;
  struct NegativeSentiment {
    bool enabled = true;
    Percent threshold = 60;  ///< how negative (0.60) ...
    int messages = 2;        ///< ... over how many visitor messages running
  } negative_sentiment;
  std::vector<KeywordTrigger> keywords = {};
  struct FailedAttempts {
    bool enabled = true;
    int count = 3;
  } failed_attempts;
  ThresholdTrigger complaint = {true, 50};
  struct TechnicalIssue {
    bool enabled = true;
    Percent threshold = 60;
    TriggerAction action = TriggerAction::kOffer;
  } technical_issue;
  struct HighValueLead {
    bool enabled = true;
    Percent threshold = 60;
    std::vector<LeadAttribute> attributes = {};
  } high_value_lead;
};

/// Texts that a site may replace. Empty: our own, in English and Romanian (`messages.h`).
struct MessageSettings {
  LocalizedText handoff = {};
  LocalizedText taken_over = {};
  LocalizedText returned_to_ai = {};
  LocalizedText waiting = {};
  LocalizedText callback = {};
};

enum class ContactField { kName, kEmail, kPhone };

struct CallbackSettings {
  Minutes within{4 * 60};
  CallbackCount count = CallbackCount::kWorking;
  std::vector<ContactField> ask = {ContactField::kName, ContactField::kEmail};
};

struct WaitingSettings {
  int timeout_minutes = 10;
  enum class Then { kCallback, kAi } then = Then::kCallback;
  enum class AiAnswers { kOff, kSimple } ai_answers = AiAnswers::kSimple;
};

struct HumanSettings {
  int silent_minutes = 15;
  int agent_lost_seconds = 60;
  enum class Then { kWaiting, kAi } then = Then::kWaiting;
};

struct AiSettings {
  enum class Provider { kBuiltin, kOpenai, kExternal, kNone } provider = Provider::kBuiltin;
  std::string knowledge =
      {};  ///< folder of Markdown articles, relative to the settings file; empty: none
  std::string base_url = {};
  std::string model = {};
  std::string api_key = {};
  int timeout_seconds = 20;  ///< for a whole answer, of whoever answers
  int connect_seconds = 5;   ///< `openai` only, as the next ones
  int first_token_seconds = 15;
  int max_tokens = 600;           ///< of one answer
  std::string instructions = {};  ///< the owner's own words to the model
  std::vector<std::string> link_hosts =
      {};  ///< besides the site's own and its articles': where links in answers may lead
  std::string webhook_url = {};     ///< `external` only: told of each visitor message
  std::string webhook_secret = {};  ///< `whsec_…`
};

enum class Channel { kPush, kWebhook, kEmail, kWhatsapp };

struct EmailSettings {
  std::string smtp_url, username, password, from;
  std::vector<std::string> to;
};

struct WhatsappSettings {
  std::string phone_number_id, access_token, template_name, language, graph_url, app_secret,
      verify_token;
  std::vector<std::string> to;
};

struct WebhookSettings {
  /// Who reads the body: a program, or the people in a chat.
  enum class Format { kHandoff, kSlack, kTeams };
  std::string url, secret;
  std::vector<std::string> events;
  Format format = Format::kHandoff;
};

struct LadderStep {
  int after_seconds = 0;
  std::vector<Channel> channels;
};

struct NotificationSettings {
  std::optional<EmailSettings> email = std::nullopt;
  std::optional<std::string> push_subject = std::nullopt;
  std::vector<std::string> push_hosts =
      {};  ///< push services besides those of the browsers' makers
  std::optional<WhatsappSettings> whatsapp = std::nullopt;
  std::vector<WebhookSettings> webhooks = {};
  std::vector<LadderStep> ladder = {{0, {Channel::kPush, Channel::kWebhook}},
                                    {60, {Channel::kEmail, Channel::kWhatsapp}}};
};

struct PrivacySettings {
  int retention_days = 365;
  enum class NotificationText {
    kFull,
    kMasked,
    kNone
  } notification_text = NotificationText::kMasked;
  enum class Consent { kOff, kNotice, kRequired } consent = Consent::kNotice;
};

/// 0 means no limit everywhere.
struct LimitSettings {
  int message_characters = 4000;
  int body_bytes = 65536;
  int header_bytes = 16384;
  int header_lines = 64;
  int request_seconds = 10;
  int connections_per_address = 256;
  int streams = 20000;
  int streams_per_visitor = 5;
  int streams_per_agent = 10;
  int messages_per_minute = 60;                   ///< per visitor
  int conversations_per_hour = 60;                ///< per address
  int logins_per_minute = 10;                     ///< per address
  std::vector<std::string> trusted_proxies = {};  ///< CIDRs whose X-Forwarded-For is believed
};

struct Settings {
  SiteSettings site = {};
  WorkingHours availability = {};
  TriggerSettings triggers = {};
  MessageSettings messages = {};
  LocalizedText offline_message = {};
  CallbackSettings callback = {};
  WaitingSettings waiting = {};
  HumanSettings human = {};
  AiSettings ai = {};
  NotificationSettings notifications = {};
  PrivacySettings privacy = {};
  std::vector<std::string> outbound_private_cidrs = {};
  LimitSettings limits = {};
};

}  // namespace handoff
