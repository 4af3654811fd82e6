#include "service/question.h"

#include "handoff/summary.h"
#include "service/turns.h"

namespace handoff {
namespace {

constexpr std::size_t kRecentTurns = 12;

/// Set while no message of the AI stands after the last return: its first words know that a human
/// was here.
std::optional<AfterHuman> after_human(const std::vector<Event>& events) {
  std::optional<AfterHuman> out;
  for (const auto& event : events) {
    if (const auto* returned = std::get_if<ReturnedToAi>(&event.payload)) {
      out = AfterHuman{returned->agent ? returned->agent->name : "", returned->note};
    }
    if (event.author == Author::kAi) out.reset();
  }
  return out;
}

std::optional<Said> said_by(const Event& event) {
  if (const auto* message = std::get_if<Message>(&event.payload)) {
    if (event.author == Author::kVisitor) return Said{Said::By::kVisitor, "", message->text};
    if (event.author == Author::kAi) return Said{Said::By::kAi, "", message->text};
    return Said{Said::By::kAgent, message->agent ? message->agent->name : "", message->text};
  }
  if (const auto* taken = std::get_if<TakenOver>(&event.payload))
    return Said{Said::By::kHumanPartBegins, taken->agent.name, ""};
  if (const auto* returned = std::get_if<ReturnedToAi>(&event.payload)) {
    return Said{Said::By::kHumanPartEnds, returned->agent ? returned->agent->name : "",
                returned->note};
  }
  if (const auto* lost = std::get_if<AgentLost>(&event.payload))
    return Said{Said::By::kHumanPartEnds, lost->agent.name, ""};
  return std::nullopt;
}

std::string message_at(const std::vector<Event>& events, std::int64_t seq) {
  for (const auto& event : events) {
    const auto* message = std::get_if<Message>(&event.payload);
    if (message && event.seq == seq) return message->text;
  }
  return "";
}

/// The message that asked for the human, and what it was about when it does not say so itself.
std::string escalated_topic(const Conversation& conversation, const std::vector<Event>& events) {
  const Handoff* handoff = conversation.handoff();
  if (!handoff) return "";
  std::string topic = message_at(events, handoff->message_seq);
  const std::string wants = summarize(conversation, events).wants;
  if (topic.find(wants) == std::string::npos) topic += "\n" + wants;
  return topic;
}

/// The words of the promise that the visitor still waits for.
std::string open_promise(const Conversation& conversation, const std::vector<Event>& events) {
  const Promise* promise = conversation.promise();
  if (!promise || promise->state != Promise::State::kOpen) return "";
  std::string words;
  for (const auto& event : events) {
    if (const auto* promised = std::get_if<CallbackWasPromised>(&event.payload))
      words = promised->text;
  }
  return words;
}

/// The newest visitor message; when it came together with other events `message_seq` points behind
/// it.
const Event* asked_at(const std::vector<Event>& events, std::int64_t message_seq) {
  const Event* newest = nullptr;
  for (const auto& event : events) {
    if (event.seq > message_seq) break;
    if (event.author == Author::kVisitor && std::holds_alternative<Message>(event.payload))
      newest = &event;
  }
  return newest;
}

}  // namespace

std::vector<Said> said_in(const std::vector<Event>& events) {
  std::vector<Said> out;
  for (const auto& event : events) {
    if (auto said = said_by(event)) out.push_back(std::move(*said));
  }
  return out;
}

Question question_of(const Conversation& conversation, const std::vector<Event>& events,
                     std::int64_t message_seq) {
  Question question{.locale = conversation.locale};
  const Event* asked = asked_at(events, message_seq);
  if (asked) question.text = std::get<Message>(asked->payload).text;
  std::vector<Event> before;
  for (const auto& event : events) {
    if (event.seq < message_seq && &event != asked) before.push_back(event);
  }
  question.recent = turns_of(before, true);
  if (question.recent.size() > kRecentTurns) {
    question.recent.erase(question.recent.begin(),
                          question.recent.end() - static_cast<std::ptrdiff_t>(kRecentTurns));
  }
  question.history = said_in(before);
  question.only_simple = !std::holds_alternative<AiAnswers>(conversation.state);
  if (question.only_simple) question.escalated = escalated_topic(conversation, before);
  question.promised = open_promise(conversation, before);
  question.after_human = after_human(before);
  return question;
}

}  // namespace handoff
