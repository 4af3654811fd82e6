#include "ai/handoff_tool.h"

#include <algorithm>
#include <iterator>

#include "ai/provider_json.h"
#include "handoff/utf8.h"

namespace handoff {
namespace {

struct ToolReason {
  std::string_view name;
  std::string_view rule;
  Reason reason;
};

/// The owner's reports know fewer reasons than the model may name: the rule keeps the difference.
constexpr ToolReason kReasons[] = {
    {"user_request", "ai.user_request", Reason::kUserRequest},
    {"low_confidence", "ai.low_confidence", Reason::kLowConfidence},
    {"policy", "ai.policy", Reason::kLowConfidence},
    {"complaint", "ai.complaint", Reason::kComplaint},
    {"account_action", "ai.account_action", Reason::kLowConfidence},
    {"other", "ai.other", Reason::kLowConfidence},
};

const ToolReason& reason_named(std::string_view name) {
  const auto* found = std::find_if(std::begin(kReasons), std::end(kReasons),
                                   [&](const ToolReason& reason) { return reason.name == name; });
  return found == std::end(kReasons) ? kReasons[std::size(kReasons) - 1] : *found;
}

Json names_of_reasons() {
  Json names = Json::array();
  for (const ToolReason& reason : kReasons) names.push_back(std::string(reason.name));
  return names;
}

Json parameters_json() {
  const Json reason = {{"type", "string"},
                       {"enum", names_of_reasons()},
                       {"description",
                        "user_request: asks for a person. low_confidence: the passages do not "
                        "answer it. policy: needs a decision or an exception. complaint: is "
                        "unhappy. account_action: something must be done or looked up in an order, "
                        "payment or account."}};
  const Json summary = {{"type", "string"},
                        {"description",
                         "For the colleague: what the visitor wants and what was tried, in one or "
                         "two sentences, at most 500 characters."}};
  const Json urgency = {{"type", "string"}, {"enum", {"normal", "high"}}};
  return {{"type", "object"},
          {"properties", {{"reason", reason}, {"summary", summary}, {"urgency", urgency}}},
          {"required", {"reason", "summary", "urgency"}},
          {"additionalProperties", false}};
}

/// One line: whatever is below a space becomes one, and no space follows another.
std::string in_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const char next = static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    if (next != ' ' || (!line.empty() && line.back() != ' ')) line += next;
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

PersonWanted wanted_for(const ToolReason& reason, std::string_view summary, bool urgent) {
  const std::string line = in_one_line(summary);
  return {.reason = reason.reason,
          .rule = std::string(reason.rule),
          .note = std::string(first_code_points(line, kMostSummaryCharacters)),
          .urgent = urgent};
}

/// The arguments of a call that was written as JSON: they may stand under `arguments` or
/// `parameters`, or alone.
std::optional<PersonWanted> read_written_json(std::string_view text) {
  const auto first = text.find('{');
  const auto last = text.rfind('}');
  if (first == std::string_view::npos || last == std::string_view::npos || last < first)
    return std::nullopt;
  const auto call = provider_json(text.substr(first, last - first + 1));
  if (!call) return std::nullopt;
  for (const char* key : {"arguments", "parameters"}) {
    const Json& inner = member(*call, key);
    if (!inner.is_null())
      return read_handoff_call(inner.is_string() ? text_of(inner) : dump_json(inner));
  }
  return read_handoff_call(dump_json(*call));
}

/// `handoff_to_human: complaint: the chain broke again`, as the instructions ask for.
PersonWanted read_written_line(std::string_view after_name) {
  constexpr std::string_view kBetween = " \t:;,()`*\"'-";
  const auto skip = [&] {
    after_name.remove_prefix(std::min(after_name.find_first_not_of(kBetween), after_name.size()));
  };
  skip();
  const ToolReason& reason = reason_named(
      after_name.substr(0, after_name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_")));
  if (after_name.starts_with(reason.name)) after_name.remove_prefix(reason.name.size());
  skip();
  return wanted_for(reason, after_name.substr(0, after_name.find('\n')), false);
}

}  // namespace

Json handoff_tool_json(bool strict) {
  Json function = {{"name", std::string(kHandoffTool)},
                   {"description",
                    "Brings a human colleague into the conversation. Call it whenever the passages "
                    "do not answer the question, or a person is asked for or needed."},
                   {"parameters", parameters_json()}};
  if (strict) function["strict"] = true;
  return {{"type", "function"}, {"function", function}};
}

PersonWanted read_handoff_call(std::string_view arguments) {
  const Json call = provider_json(arguments).value_or(Json::object());
  return wanted_for(reason_named(text_of(member(call, "reason"))), text_of(member(call, "summary")),
                    text_of(member(call, "urgency")) == "high");
}

std::optional<WrittenCall> written_call_in(std::string_view text) {
  const auto name = text.find(kHandoffTool);
  if (name == std::string_view::npos) return std::nullopt;
  // The call begins with its line, or with a brace, a tag or a fence that opened before.
  auto begin = std::min(text.rfind('\n', name) + 1, name);
  for (const std::string_view opening : {"```", "<tool_call>", "[TOOL_CALLS]", "{"}) {
    begin = std::min(begin, text.substr(0, name).find(opening));
  }
  const auto wanted = read_written_json(text.substr(begin));
  return WrittenCall{std::string(text.substr(0, begin)),
                     wanted ? *wanted : read_written_line(text.substr(name + kHandoffTool.size()))};
}

}  // namespace handoff
