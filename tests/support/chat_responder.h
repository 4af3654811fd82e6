#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ai/openai_responder.h"
#include "support/chat_stub.h"

/// A responder that asks the stub, with the demo's articles.
namespace handoff::testing {

/// Keeps what was shown while the answer grew.
class Watching : public AnswerProgress {
 public:
  void grows(const std::string& text) override { shown.push_back(text); }
  Cancellation& cancellation() override { return stop; }

  std::vector<std::string> shown = {};
  Cancellation stop = {};
};

inline constexpr const char* kDelivery = "A complete bike takes 3 to 5 working days.";

/// The demo's articles.
std::shared_ptr<const Knowledge> shop();

std::shared_ptr<OpenaiResponder> responder(ChatEndpoint endpoint = chat_stub().endpoint());

Question asks(const std::string& text);

/// What a new responder answers when the stub behaves like that.
Answer answer_to(const Question& question, const std::vector<Json>& behaviours);

/// Behaviours of the stub.
Json saying(const std::string& text);
Json calling(const std::string& arguments, const std::string& text = "");

}  // namespace handoff::testing
