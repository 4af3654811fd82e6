#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <utility>

#include "ai/responder.h"

namespace handoff {

/// Asks the first, and when that fails the second, whose answer counts only when it knows one:
/// "I do not know" from a stand-in helps nobody whose question was not even read. What the first
/// has shown of its answer by then is replaced. Something that was cancelled has not failed.
/// As thread-safe as the two.
class FallbackResponder : public Responder {
 public:
  FallbackResponder(std::shared_ptr<Responder> first, std::shared_ptr<Responder> second)
      : first_(std::move(first)), second_(std::move(second)) {}

  /// The first one's error when neither has an answer.
  Result<Answer> respond(const Question& question, AnswerProgress& progress) override;

  /// How often the second one's answer was given.
  std::int64_t stepped_in() const { return stepped_in_; }

 private:
  std::shared_ptr<Responder> first_;
  std::shared_ptr<Responder> second_;
  std::atomic<std::int64_t> stepped_in_{0};
};

}  // namespace handoff
