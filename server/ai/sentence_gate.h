#pragma once

#include <string>
#include <string_view>
#include <utility>

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
  /// The same for the whole text, when it is written: its last sentence needs no end.
  const std::string& finish(std::string_view whole);
  /// True once the text promised a person or repeated the canary, or took back what was shown:
  /// nothing more is shown.
  bool stopped() const { return stopped_; }

 private:
  void show(const GuardedText& guarded, bool whole);

  bool may_end_a_sentence(std::string_view so_far);

  OutputRules rules_;
  std::string visible_ = {};
  std::size_t read_ = 0;    ///< bytes that were looked at for ends of sentences
  bool after_end_ = false;  ///< a mark that may end a sentence was the last of them
  bool stopped_ = false;
};

}  // namespace handoff
