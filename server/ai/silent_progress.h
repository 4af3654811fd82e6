#pragma once

#include "ai/responder.h"

namespace handoff {

/// Nobody hears the answer grow, and nobody stops it.
class SilentProgress : public AnswerProgress {
 public:
  void grows(const std::string&) override {}
  Cancellation& cancellation() override { return cancellation_; }

 private:
  Cancellation cancellation_;
};

}  // namespace handoff
