#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "message.h"
#include "request_clause.h"

/// What the rules found in one message, before the model weighs it. Complaints have none: the model
/// does as well without.
namespace handoff {

/// Tokens, both inclusive.
struct Place {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

struct TopicFinding {
  Percent score = 0;               ///< 0: nothing found
  std::string_view rule = {};      ///< of the heaviest phrase
  std::vector<Place> places = {};  ///< in the order of the text
};

struct RuleFindings {
  std::vector<RequestFinds> requests = {};  ///< by clause
  TopicFinding technical = {};
  TopicFinding lead = {};
};

RuleFindings find_rules(const ReadMessage& message);
/// The same into `rules`, whose memory is used again.
void find_rules(const ReadMessage& message, RuleFindings& rules);

}  // namespace handoff
