#pragma once

#include <string>
#include <vector>

#include "handoff/settings.h"
#include "message.h"
#include "phrase_matcher.h"

/// The site's own words, up to a thousand of them, in one pass.
namespace handoff {

/// Built once per settings; const functions are thread-safe.
class Keywords {
 public:
  explicit Keywords(const std::vector<KeywordTrigger>& triggers);

  /// One signal for each keyword found, with its first place. `text` as `tokenize` returned it:
  /// slips of the pen are not forgiven here. A keyword of another language than the message's does
  /// not count.
  std::vector<Signal> signals(const ReadMessage& message, const TokenText& text) const;

 private:
  std::vector<KeywordTrigger> triggers_;
  std::vector<std::uint32_t> words_ = {};  ///< number of words of each
  PhraseMatcher matcher_ = {};
};

}  // namespace handoff
