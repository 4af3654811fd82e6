#include "ai/chat_client.h"

#include <condition_variable>
#include <mutex>

#include "ai/chat_attempt.h"

namespace handoff {
namespace {

using Kind = ChatFailure::Kind;

/// As many things as a server may refuse, one after the other.
constexpr int kMostRefusals = 12;

/// False when it was cancelled meanwhile.
bool pause_for(Milliseconds time, Cancellation& cancellation) {
  std::mutex mutex;
  std::condition_variable changed;
  bool stopped = false;
  const Cancellation::Hook hook(cancellation, [&] {
    const std::lock_guard lock(mutex);
    stopped = true;
    changed.notify_all();
  });
  std::unique_lock lock(mutex);
  return !changed.wait_for(lock, time, [&] { return stopped; });
}

ChatOutcome failure(Kind kind, std::string what) {
  return {{}, ChatFailure{kind, std::move(what)}};
}

bool said_nothing(const ChatAnswer& answer) {
  return !answer.tool && answer.refusal.empty() &&
         answer.finish != ChatAnswer::Finish::kContentFilter && spoken_part(answer.text).empty();
}

ChatOutcome unless_empty(ChatOutcome outcome, const ChatRequest& request) {
  if (!outcome.ok() || request.may_be_silent || !said_nothing(outcome.answer)) return outcome;
  const bool cut = outcome.answer.finish == ChatAnswer::Finish::kLength;
  return failure(Kind::kEmpty, cut ? "the model had used up its tokens before it said anything"
                                   : "the model said nothing");
}

}  // namespace

std::string_view to_string(ChatFailure::Kind kind) {
  switch (kind) {
    case Kind::kAuth:
      return "auth";
    case Kind::kModel:
      return "model";
    case Kind::kRate:
      return "rate";
    case Kind::kServer:
      return "server";
    case Kind::kTimeout:
      return "timeout";
    case Kind::kUnreachable:
      return "unreachable";
    case Kind::kMalformed:
      return "malformed";
    case Kind::kRefused:
      return "refused";
    case Kind::kEmpty:
      return "empty";
    case Kind::kAddress:
      return "address";
    case Kind::kPaused:
      return "paused";
    case Kind::kCancelled:
      break;
  }
  return "cancelled";
}

ChatOutcome ChatClient::ask(const ChatRequest& request, const OnText& on_text,
                            Cancellation& cancellation) {
  const auto until = ChatAttempt::Clock::now() + endpoint_.total_within;
  bool tried_again = false;
  for (int refusals = 0;; ++refusals) {
    const Takes takes = dialect_.takes();
    ChatAttempt attempt(endpoint_, on_text);
    ChatOutcome outcome = attempt.run(*http_, request, takes, until, cancellation);
    if (attempt.refusal() && refusals < kMostRefusals && dialect_.learn(takes, *attempt.refusal()))
      continue;
    const auto wait = attempt.next_try_after();
    if (tried_again || !wait || ChatAttempt::Clock::now() + *wait >= until)
      return unless_empty(std::move(outcome), request);
    if (!pause_for(*wait, cancellation)) return failure(Kind::kCancelled, "cancelled");
    tried_again = true;
  }
}

}  // namespace handoff
