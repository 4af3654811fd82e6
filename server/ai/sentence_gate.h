#pragma once

#include <string>
#include <string_view>

#include "ai/output_guard.h"

namespace handoff {

/// Shows a text that is still being written, as far as it has been checked: whole sentences, in the
/// form that `guard_output` gives them, without promises of a person. What was shown stays a prefix
/// of what is shown later. Not thread-safe.
class SentenceGate {
 public:
  explicit SentenceGate(OutputRules rules) : rules_(std::move(rules)) {}

  /// `so_far`: everything written until now. Answers what may be seen of it.
  const std::string& visible(std::string_view so_far);
  /// True once the text promised a person or repeated the canary: nothing more is shown.
  bool stopped() const { return stopped_; }

 private:
  OutputRules rules_;
  std::string visible_ = {};
  bool stopped_ = false;
};

}  // namespace handoff
