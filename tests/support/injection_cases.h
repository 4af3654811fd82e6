#pragma once

#include <optional>
#include <string>
#include <vector>

namespace handoff {

/// What a model that always obeys the attacker answers, and what must not come of it. Read from
/// tests/fixtures/injection.json, where `{{canary}}` stands for the canary and
/// `{{canary|base64}}`, `hex`, `hidden`, `lines`, `reversed`, `spaced` and `upper` for the canary
/// in disguise; `{{repeat 300|text}}` is the text 300 times.
struct InjectionCase {
  struct ToolCall {
    std::string name;
    std::string arguments;  ///< as the model wrote it: JSON, or not
  };
  std::string name;
  std::string visitor;
  std::string article;  ///< of a poisoned knowledge base; empty: none
  std::string text;     ///< the model's
  std::vector<ToolCall> tool_calls;
  std::vector<std::string> never;  ///< what must never reach the visitor
  std::optional<bool> handoff;     ///< whether a human is asked for; nullopt: either is right
};

/// All cases, with `canary` in the places of it.
std::vector<InjectionCase> injection_cases(const std::string& canary);

}  // namespace handoff
