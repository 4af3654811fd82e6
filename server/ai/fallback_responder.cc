#include "ai/fallback_responder.h"

namespace handoff {
namespace {

bool knows(const Answer& answer) {
  return !answer.text.empty() && answer.kind != AnswerKind::kUnsure &&
         answer.kind != AnswerKind::kCannot;
}

}  // namespace

Result<Answer> FallbackResponder::respond(const Question& question, AnswerProgress& progress) {
  Result<Answer> first = first_->respond(question, progress);
  if (first || progress.cancellation().cancelled()) return first;
  Result<Answer> second = second_->respond(question, progress);
  if (!second || !knows(*second)) return first;
  ++stepped_in_;
  return second;
}

}  // namespace handoff
