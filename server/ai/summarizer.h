#pragma once

#include <string>
#include <vector>

#include "ai/responder.h"
#include "handoff/result.h"
#include "net/cancellation.h"

namespace handoff {

/// Writes for the agent what a conversation is about. Called from several threads at a time.
class Summarizer {
 public:
  virtual ~Summarizer() = default;

  /// At most 500 characters, in the language of `locale`. kUnavailable: it failed or took too long.
  virtual Result<std::string> summarize(const std::vector<Said>& said, const std::string& locale,
                                        Cancellation& cancellation) = 0;
  /// Who writes: the model's name.
  virtual std::string name() const = 0;
};

}  // namespace handoff
