#include <algorithm>

#include "handoff/settings_json.h"
#include "settings_parts.h"
#include "settings_syntax.h"

namespace handoff {
namespace {

constexpr std::size_t kMostKeywords = 1000;
constexpr std::size_t kLongestPhrase = 200;
constexpr std::size_t kMostAttributes = 100;
constexpr std::size_t kMostValues = 100;
constexpr std::size_t kLongestValue = 1000;

using Op = LeadAttribute::Op;

void read_threshold(JsonReader& reader, bool& enabled, Percent& threshold) {
  assign(enabled, reader.boolean("enabled"));
  assign(threshold, reader.percent("threshold"));
}

void read_action(JsonReader& reader, TriggerAction& action) {
  assign(action, reader.one_of("action", {"handoff", "offer"}));
}

KeywordTrigger read_keyword(const Json& value, const std::string& path, Errors& errors) {
  JsonReader reader(value, path, errors);
  KeywordTrigger out;
  reader.require("phrase");
  if (auto phrase = reader.string("phrase", 1, kLongestPhrase)) {
    if (phrase->find_first_not_of(" \t\r\n") == std::string::npos) {
      reader.error("phrase", "is blank; at least one word is accepted");
    }
    out.phrase = std::move(*phrase);
  }
  assign(out.match, reader.one_of("match", {"word", "prefix", "phrase", "exact"}));
  read_action(reader, out.action);
  assign_list(reader, "languages", out.languages, 50,
              {is_locale, "a language such as \"en\" or \"ro\""});
  reader.finish();
  return out;
}

/// A string, number or boolean; `accepted` says what the operator wants when it wants less.
void add_value(const Json& value, Op op, const std::string& path, LeadAttribute& out,
               Errors& errors) {
  const bool compares = op == Op::kGt || op == Op::kGte || op == Op::kLt || op == Op::kLte;
  if (compares && !value.is_number()) {
    errors.push_back({path, "is not a number; a number is accepted with gt, gte, lt and lte"});
  } else if (op == Op::kContains && !value.is_string()) {
    errors.push_back({path, "is not a string; a string is accepted with contains"});
  } else if (value.is_boolean()) {
    out.values.push_back(value.get<bool>());
  } else if (value.is_number()) {
    out.values.push_back(value.get<double>());
  } else if (value.is_string() && value.get_ref<const std::string&>().size() <= kLongestValue) {
    out.values.push_back(value.get<std::string>());
  } else {
    errors.push_back({path,
                      "cannot be compared; a string of up to 1000 bytes, a number or a "
                      "boolean is accepted"});
  }
}

void read_values(JsonReader& reader, LeadAttribute& out, Errors& errors) {
  const Json* value = reader.value("value");
  if (out.op == Op::kExists) {
    if (value) reader.error("value", "is not used by exists; leave it out");
  } else if (!value) {
    reader.require("value");
  } else if (out.op != Op::kIn) {
    add_value(*value, out.op, reader.path_of("value"), out, errors);
  } else {
    each_item(reader, "value", kMostValues, [&](const Json& item, const std::string& path) {
      add_value(item, out.op, path, out, errors);
    });
  }
}

LeadAttribute read_attribute(const Json& value, const std::string& path, Errors& errors) {
  JsonReader reader(value, path, errors);
  LeadAttribute out;
  reader.require("name");
  assign(out.name, reader.string("name", 1, 100));
  assign(out.op,
         reader.one_of("op", {"eq", "ne", "in", "gt", "gte", "lt", "lte", "contains", "exists"}));
  read_values(reader, out, errors);
  reader.finish();
  return out;
}

/// Calls `read` with a reader for the trigger `key`, when it is given.
template <class Read>
void trigger(JsonReader& triggers, const char* key, Errors& errors, Read read) {
  const Json* value = triggers.value(key);
  if (!value) return;
  JsonReader reader(*value, triggers.path_of(key), errors);
  read(reader);
  reader.finish();
}

void read_lead(JsonReader& reader, TriggerSettings::HighValueLead& lead, Errors& errors) {
  read_threshold(reader, lead.enabled, lead.threshold);
  each_item(reader, "attributes", kMostAttributes, [&](const Json& item, const std::string& path) {
    lead.attributes.push_back(read_attribute(item, path, errors));
  });
}

}  // namespace

TriggerSettings read_triggers(const Json& value, const std::string& path, Errors& errors) {
  TriggerSettings out;
  JsonReader triggers(value, path, errors);
  const auto plain = [&](const char* key, auto& settings) {
    trigger(triggers, key, errors, [&](JsonReader& reader) {
      read_threshold(reader, settings.enabled, settings.threshold);
    });
  };
  plain("user_request", out.user_request);
  trigger(triggers, "low_confidence", errors, [&](JsonReader& reader) {
    read_threshold(reader, out.low_confidence.enabled, out.low_confidence.threshold);
    assign(out.low_confidence.offer_below, reader.percent("offer_below"));
  });
  trigger(triggers, "negative_sentiment", errors, [&](JsonReader& reader) {
    read_threshold(reader, out.negative_sentiment.enabled, out.negative_sentiment.threshold);
    assign(out.negative_sentiment.messages, reader.integer("messages", {1, 20}));
  });
  each_item(triggers, "keywords", kMostKeywords, [&](const Json& item, const std::string& where) {
    out.keywords.push_back(read_keyword(item, where, errors));
  });
  trigger(triggers, "failed_attempts", errors, [&](JsonReader& reader) {
    assign(out.failed_attempts.enabled, reader.boolean("enabled"));
    assign(out.failed_attempts.count, reader.integer("count", {1, 20}));
  });
  plain("complaint", out.complaint);
  trigger(triggers, "technical_issue", errors, [&](JsonReader& reader) {
    read_threshold(reader, out.technical_issue.enabled, out.technical_issue.threshold);
    read_action(reader, out.technical_issue.action);
  });
  trigger(triggers, "high_value_lead", errors,
          [&](JsonReader& reader) { read_lead(reader, out.high_value_lead, errors); });
  triggers.finish();
  return out;
}

}  // namespace handoff
