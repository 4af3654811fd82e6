#include "rule_findings.h"

#include "request.h"
#include "topics.h"

namespace handoff {

void find_rules(const ReadMessage& message, RuleFindings& rules) {
  find_requests(message, rules.requests);
  rules.technical = find_technical(message);
  rules.lead = find_lead(message);
}

RuleFindings find_rules(const ReadMessage& message) {
  RuleFindings rules;
  find_rules(message, rules);
  return rules;
}

}  // namespace handoff
