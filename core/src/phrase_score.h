#pragma once

#include <string_view>
#include <vector>

#include "rule_findings.h"

/// Adds up the weights of phrases that point the same way.
namespace handoff {

/// Independent hints: each takes its share of what is left to certainty. Never above 97, never
/// depends on the order of equal weights.
class PhraseScore {
 public:
  explicit PhraseScore(const ReadMessage& message) : message_(message) {}

  /// Takes all hits of `slot` that no negation directly before them takes back. A hit inside a
  /// longer one that was taken does not count again.
  void take_all(Slot slot);
  void take(Percent weight, std::uint32_t first, std::uint32_t last, std::string_view rule);

  Percent score() const;
  std::string_view rule() const { return rule_; }  ///< of the heaviest phrase
  bool empty() const { return weights_.empty(); }

  /// With the places in the order of the text.
  TopicFinding finding() const;

 private:
  const ReadMessage& message_;
  std::vector<Percent> weights_ = {};
  std::vector<Place> places_ = {};
  Percent heaviest_ = 0;
  std::string_view rule_ = {};
};

}  // namespace handoff
