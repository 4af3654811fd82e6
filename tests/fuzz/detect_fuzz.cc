#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "handoff/detection.h"

/// Any bytes through the whole detector: language guess, rules, model, keywords, conversation. It
/// must neither crash nor break what every verdict promises. `scripts/fuzz` builds and runs it.
namespace {

using handoff::Author;

handoff::TriggerSettings settings() {
  handoff::TriggerSettings settings;
  settings.keywords = {{"refund"},
                       {"a", handoff::KeywordTrigger::Match::kPrefix},
                       {"talk to", handoff::KeywordTrigger::Match::kPhrase},
                       {"om", handoff::KeywordTrigger::Match::kExact}};
  return settings;
}

/// The turns of a conversation: cut at each zero byte, the byte before it names the author.
handoff::DetectionInput conversation(std::string_view bytes) {
  handoff::DetectionInput input;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\0'), bytes.size());
    const std::string_view text = bytes.substr(0, end);
    const unsigned char mark = text.empty() ? 0 : static_cast<unsigned char>(text.back());
    input.turns.push_back({mark % 3 == 0 ? Author::kAi : Author::kVisitor, std::string(text)});
    if (mark % 3 == 0) input.turns.back().confidence = mark % 101;
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return input;
}

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const handoff::Detector detector(settings());
  const auto input = conversation({reinterpret_cast<const char*>(data), size});
  const handoff::Verdict verdict = detector.detect(input);
  std::string_view newest;
  for (const handoff::Turn& turn : input.turns) {
    if (turn.author == Author::kVisitor) newest = turn.text;
  }
  require(verdict.sentiment >= -100 && verdict.sentiment <= 100);
  for (const handoff::Signal& signal : verdict.signals) {
    require(signal.score >= 0 && signal.score <= 100 && !signal.rule.empty());
    for (const handoff::Evidence& evidence : signal.evidence) {
      require(evidence.start <= evidence.end && evidence.end <= newest.size());
      require(newest.substr(evidence.start, evidence.end - evidence.start) == evidence.text);
    }
  }
  return 0;
}
