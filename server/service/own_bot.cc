#include "service/own_bot.h"

#include <spdlog/spdlog.h>

#include "ai/output_guard.h"
#include "ai/person_promise.h"
#include "handoff/conversation_json.h"
#include "notify/webhook.h"
#include "service/question.h"

namespace handoff {
namespace {

/// One attempt; the bot's time for the answer runs meanwhile.
constexpr Seconds kTellWithin{5};

const Event* event_at(const std::vector<Event>& events, std::int64_t seq) {
  for (const auto& event : events) {
    if (event.seq == seq) return &event;
  }
  return nullptr;
}

bool has_answer(const std::vector<Event>& events, std::int64_t message_seq) {
  return std::any_of(events.begin(), events.end(), [&](const Event& event) {
    return event.author == Author::kAi && event.seq > message_seq;
  });
}

/// What a bot needs for an answer, without asking back. `epoch` must come back with the answer.
Json call_of(const Conversation& conversation, const std::vector<Event>& events,
             const store::TellBot& task, Instant answer_by) {
  const Question question = question_of(conversation, events, task.message_seq);
  Json out = {{"type", "message"},
              {"timestamp", format_utc(conversation.updated_at)},
              {"conversation", conversation_json(conversation, Audience::kAgent)},
              {"event", nullptr},
              {"epoch", task.epoch},
              {"answer_by", format_utc(answer_by)},
              {"only_simple", question.only_simple}};
  if (const Event* event = event_at(events, task.message_seq))
    out["event"] = event_json(*event, Audience::kAgent);
  if (!question.escalated.empty()) out["escalated"] = question.escalated;
  if (question.after_human) {
    out["after_human"] = {{"agent", question.after_human->agent_name},
                          {"note", question.after_human->note}};
  }
  return out;
}

}  // namespace

OwnBot::OwnBot(Parts parts, const AiSettings& settings, std::vector<std::string> link_hosts)
    : parts_(parts),
      url_(settings.webhook_url),
      time_(settings.timeout_seconds),
      link_hosts_(std::move(link_hosts)) {
  // The settings were checked: a secret that cannot be read signs nothing, and then nothing is
  // sent.
  if (auto secrets = WebhookSecrets::parse(settings.webhook_secret)) secrets_ = std::move(*secrets);
}

OutboxWorker::Outcome OwnBot::tell(const store::OutboxRow& row, const store::TellBot& task) {
  const auto conversation = parts_.conversations.find(row.conversation_id);
  const Instant answer_by = row.created_at + time_;
  if (!conversation || conversation->epoch != task.epoch || parts_.clock.now() >= answer_by ||
      secrets_.empty())
    return finish(row);
  const auto events = parts_.conversations.events(row.conversation_id, 0);
  if (has_answer(events, task.message_seq)) return finish(row);
  const WebhookDelivery delivery{
      .url = url_,
      .id = "msg_" + row.conversation_id + "_" + std::to_string(task.message_seq),
      .body = dump_json(call_of(*conversation, events, task, answer_by)),
      .within = kTellWithin};
  const auto outcome = deliver(parts_.http, secrets_, delivery, parts_.clock.now());
  if (outcome.end == DeliveryOutcome::End::kDelivered) return finish(row);
  spdlog::warn("the site's bot could not be told of a message: {}", outcome.what);
  return outcome.end == DeliveryOutcome::End::kTryLater ? OutboxWorker::Outcome::kTryLater
                                                        : finish(row);
}

OutboxWorker::Outcome OwnBot::finish(const store::OutboxRow& row) {
  const auto finished = parts_.database.write([&](Connection& tx) -> Result<Done> {
    store::finish_row(tx, row.id);
    return Done{};
  });
  return finished ? OutboxWorker::Outcome::kDone : OutboxWorker::Outcome::kTryLater;
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
  return parts_.conversations.post_ai_message(conversation_id, std::move(answer));
}

}  // namespace handoff
