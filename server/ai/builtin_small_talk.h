#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ai/responder.h"

namespace handoff {

/// kGreeting, kThanks, kGoodbye or kAbout when the message is nothing else; nullopt when it asks
/// something. `words` are folded; English and Romanian, whatever the locale.
std::optional<AnswerKind> small_talk_in(const std::vector<std::string>& words);

/// True when the visitor wants something done, or looked up, in an order, booking, payment or
/// account of their own. `certain` is set for a plain request ("cancel my order"), not for one an
/// article may answer ("where is my order").
struct PersonalRequest {
  bool found = false;
  bool certain = false;
};
PersonalRequest personal_request_in(const std::vector<std::string>& words);

}  // namespace handoff
