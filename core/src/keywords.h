#pragma once

#include <vector>

#include "handoff/settings.h"
#include "message.h"

/// The site's own words, up to a thousand of them, in one pass.
namespace handoff {

/// Built once per settings; const functions are thread-safe. What a message costs grows with its
/// length, not with the number of keywords.
class Keywords {
 public:
  explicit Keywords(const std::vector<KeywordTrigger>& triggers);

  /// One signal for each keyword found, with its first place. Slips of the pen are not forgiven
  /// here. A keyword of another language than the message's does not count.
  std::vector<Signal> signals(const ReadMessage& message) const;

 private:
  std::vector<KeywordTrigger> triggers_;
  Vocabulary vocabulary_ = {};
  PhraseNet net_ = {};
};

}  // namespace handoff
