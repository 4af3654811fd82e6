#pragma once

#include <functional>
#include <string>

#include "ai/ai_health.h"
#include "ai/responder.h"
#include "handoff/json.h"
#include "service/answers_under_way.h"
#include "service/site.h"
#include "store/database.h"

namespace handoff {

/// The AI as administrators see it. Thread-safe.
class AiDesk {
 public:
  struct Parts {
    Database& database;
    const Sites& sites;
    const AnswersUnderWay& answers;
    Responder* responder;              ///< null: nothing here answers
    std::function<AiHealth()> health;  ///< null: nothing is measured
    std::size_t articles = 0;
  };

  explicit AiDesk(Parts parts) : parts_(std::move(parts)) {}

  /// Provider, health, last errors, numbers since the start, and how far confidence can be
  /// believed.
  Json status() const;

  /// Asks as a visitor would, outside any conversation. What goes wrong with the AI is part of the
  /// answer; kConflict when there is no AI here to ask.
  Result<Json> test(const std::string& question, const std::string& locale) const;

 private:
  Parts parts_;
};

}  // namespace handoff
