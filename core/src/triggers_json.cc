#include <cmath>

#include "handoff/settings_json.h"

/// Writes triggers in the shape that `read_triggers` reads.
namespace handoff {
namespace {

using Op = LeadAttribute::Op;

const char* name_of(TriggerAction action) {
  return action == TriggerAction::kHandoff ? "handoff" : "offer";
}

const char* name_of(KeywordTrigger::Match match) {
  switch (match) {
    case KeywordTrigger::Match::kWord:
      return "word";
    case KeywordTrigger::Match::kPrefix:
      return "prefix";
    case KeywordTrigger::Match::kPhrase:
      return "phrase";
    case KeywordTrigger::Match::kExact:
      break;
  }
  return "exact";
}

const char* name_of(Op op) {
  static constexpr const char* kNames[] = {"eq", "ne",  "in",       "gt",    "gte",
                                           "lt", "lte", "contains", "exists"};
  return kNames[static_cast<std::size_t>(op)];
}

Json value_json(const AttributeValue& value) {
  return attributes_json({{"value", value}})["value"];
}

Json keyword_json(const KeywordTrigger& keyword) {
  Json out = {{"phrase", keyword.phrase},
              {"match", name_of(keyword.match)},
              {"action", name_of(keyword.action)}};
  if (!keyword.languages.empty()) out["languages"] = keyword.languages;
  return out;
}

Json attribute_json(const LeadAttribute& attribute) {
  Json out = {{"name", attribute.name}, {"op", name_of(attribute.op)}};
  if (attribute.op == Op::kIn) {
    out["value"] = Json::array();
    for (const auto& value : attribute.values) out["value"].push_back(value_json(value));
  } else if (!attribute.values.empty()) {
    out["value"] = value_json(attribute.values.front());
  }
  return out;
}

Json threshold_json(bool enabled, Percent threshold) {
  return {{"enabled", enabled}, {"threshold", percent_json(threshold)}};
}

template <class Item>
Json list_json(const std::vector<Item>& items, Json (*write)(const Item&)) {
  Json out = Json::array();
  for (const auto& item : items) out.push_back(write(item));
  return out;
}

}  // namespace

Json triggers_json(const TriggerSettings& triggers) {
  const auto& low = triggers.low_confidence;
  const auto& negative = triggers.negative_sentiment;
  const auto& failed = triggers.failed_attempts;
  const auto& technical = triggers.technical_issue;
  const auto& lead = triggers.high_value_lead;
  Json out = Json::object();
  out["user_request"] =
      threshold_json(triggers.user_request.enabled, triggers.user_request.threshold);
  out["low_confidence"] = threshold_json(low.enabled, low.threshold);
  out["low_confidence"]["offer_below"] = percent_json(low.offer_below);
  out["negative_sentiment"] = threshold_json(negative.enabled, negative.threshold);
  out["negative_sentiment"]["messages"] = negative.messages;
  out["keywords"] = list_json(triggers.keywords, keyword_json);
  out["failed_attempts"] = {{"enabled", failed.enabled}, {"count", failed.count}};
  out["complaint"] = threshold_json(triggers.complaint.enabled, triggers.complaint.threshold);
  out["technical_issue"] = threshold_json(technical.enabled, technical.threshold);
  out["technical_issue"]["action"] = name_of(technical.action);
  out["high_value_lead"] = threshold_json(lead.enabled, lead.threshold);
  out["high_value_lead"]["attributes"] = list_json(lead.attributes, attribute_json);
  return out;
}

}  // namespace handoff
