#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "handoff/detection.h"

/// Short ways to write conversations in tests.
namespace handoff {

inline Turn visitor(std::string text) { return {Author::kVisitor, std::move(text)}; }
inline Turn ai(std::string text, std::optional<Percent> confidence = std::nullopt) {
  return {Author::kAi, std::move(text), confidence};
}
inline Turn agent(std::string text) { return {Author::kAgent, std::move(text)}; }

inline Verdict judge(std::vector<Turn> turns, const TriggerSettings& settings = {},
                     Attributes attributes = {}) {
  return Detector(settings).detect({std::move(turns), std::move(attributes)});
}

inline Verdict judge(std::string_view text, const TriggerSettings& settings = {}) {
  return judge(std::vector<Turn>{visitor(std::string(text))}, settings);
}

inline const Signal* signal_of(const Verdict& verdict, Reason reason) {
  for (const Signal& signal : verdict.signals) {
    if (signal.reason == reason) return &signal;
  }
  return nullptr;
}

}  // namespace handoff
