#include "rule_findings.h"

#include "request.h"
#include "topics.h"

namespace handoff {

RuleFindings find_rules(const ReadMessage& message) {
  return {find_requests(message), find_complaint(message), find_technical(message),
          find_lead(message)};
}

}  // namespace handoff
