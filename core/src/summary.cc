#include "handoff/summary.h"

#include <algorithm>

#include "handoff/utf8.h"

namespace handoff {
namespace {

constexpr std::size_t kMaxAttempts = 5;
constexpr std::size_t kMaxCharacters = 240;

std::string first_sentence(std::string_view text) {
  const auto end = text.find_first_of(".!?\n");
  std::string_view sentence = end == std::string_view::npos ? text : text.substr(0, end + 1);
  return std::string(first_code_points(sentence, kMaxCharacters));
}

std::string shortened(std::string_view text) {
  const std::string_view head = first_code_points(text, kMaxCharacters);
  return head.size() == text.size() ? std::string(text) : std::string(head) + "…";
}

/// The events after the last return to the AI or reopening: the present episode.
std::vector<Event>::const_iterator episode_start(const std::vector<Event>& events) {
  auto start = events.begin();
  for (auto at = events.begin(); at != events.end(); ++at) {
    if (std::holds_alternative<ReturnedToAi>(at->payload) ||
        std::holds_alternative<Reopened>(at->payload)) {
      start = at + 1;
    }
  }
  return start;
}

/// Where the open episode was asked for: what came before it is what the visitor wants.
std::vector<Event>::const_iterator request_end(const std::vector<Event>& events,
                                               const Handoff* handoff) {
  if (!handoff) return events.end();
  return std::find_if(events.begin(), events.end(), [&](const Event& event) {
    const auto* requested = std::get_if<HandoffRequested>(&event.payload);
    return requested && requested->handoff_id == handoff->id;
  });
}

std::vector<Attempt> attempts(std::vector<Event>::const_iterator at,
                              std::vector<Event>::const_iterator end) {
  std::vector<Attempt> out;
  for (; at != end; ++at) {
    const auto* message = std::get_if<Message>(&at->payload);
    if (!message) continue;
    if (at->author == Author::kVisitor) out.push_back({shortened(message->text), std::nullopt, ""});
    if (at->author == Author::kAi && !out.empty() && out.back().answer.empty()) {
      out.back().confidence = message->confidence;
      out.back().answer = first_sentence(message->text);
    }
  }
  return out;
}

/// A message that says more than "a person, please" tells by itself what it is about.
bool says_more(std::string_view request, const Handoff& handoff) {
  constexpr std::size_t kPoliteness = 25;
  std::size_t asking = 0;
  for (const auto& evidence : handoff.evidence) asking += code_points(evidence.text);
  return code_points(request) > asking + kPoliteness;
}

/// A bare request for a person says nothing of what is wanted, so the longest other message speaks
/// for the visitor.
std::string telling_message(const std::vector<Attempt>& questions, std::string_view request,
                            const Handoff* handoff) {
  if (handoff && !request.empty() && says_more(request, *handoff)) return std::string(request);
  const Attempt* best = nullptr;
  for (const auto& question : questions) {
    if (question.question == request && questions.size() > 1) continue;
    if (!best || code_points(question.question) >= code_points(best->question)) best = &question;
  }
  return best ? best->question : "";
}

std::string text_of(const std::vector<Event>& events, std::int64_t seq) {
  for (const auto& event : events) {
    const auto* message = std::get_if<Message>(&event.payload);
    if (message && event.seq == seq) return shortened(message->text);
  }
  return "";
}

}  // namespace

Summary summarize(const Conversation& conversation, const std::vector<Event>& events) {
  const bool open = !std::holds_alternative<AiAnswers>(conversation.state);
  const auto start = episode_start(events);
  const auto end = std::max(start, request_end(events, open ? conversation.handoff() : nullptr));
  const auto all = attempts(start, end);
  Summary summary;
  summary.contact = conversation.contact;
  std::string request;
  if (const Handoff* handoff = conversation.handoff()) {
    summary.why = handoff->reason;
    for (const auto& evidence : handoff->evidence) {
      summary.words += (summary.words.empty() ? "" : " … ") + evidence.text;
    }
    if (handoff->reason == Reason::kUserRequest) request = text_of(events, handoff->message_seq);
  }
  summary.wants = telling_message(all, request, conversation.handoff());
  for (const auto& attempt : all) {
    if (!attempt.answer.empty()) summary.tried.push_back(attempt);
  }
  if (summary.tried.size() > kMaxAttempts) {
    summary.tried.erase(summary.tried.begin(),
                        summary.tried.end() - static_cast<std::ptrdiff_t>(kMaxAttempts));
  }
  return summary;
}

}  // namespace handoff
