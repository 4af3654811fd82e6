#include "service/own_bot.h"

#include <spdlog/spdlog.h>

#include "ai/output_guard.h"
#include "ai/person_promise.h"
#include "handoff/conversation_json.h"
#include "service/question.h"

namespace handoff {

OutboxWorker::Outcome OwnBot::tell(const store::OutboxRow&, const store::TellBot&) {
  return OutboxWorker::Outcome::kDone;
}

Result<Applied> OwnBot::answer(const std::string& conversation_id, AiPosts answer) {
  if (!answer.text.empty()) {
    const auto guarded = guard_output(answer.text, {.link_hosts = link_hosts_});
    auto without = without_person_promises(guarded.text);
    if (without.promised && !answer.person)
      answer.person = PersonWanted{Reason::kLowConfidence, "ai.promised_person"};
    answer.text = std::move(without.text);
  }
  if (answer.text.empty() && !answer.person)
    return invalid("text", "holds nothing that may be shown; a text or a handoff is accepted");
  return conversations_.post_ai_message(conversation_id, std::move(answer));
}

}  // namespace handoff
