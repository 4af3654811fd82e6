#include "support/chat_responder.h"

#include <gtest/gtest.h>

#include "ai/knowledge_folder.h"

namespace handoff::testing {

std::shared_ptr<const Knowledge> shop() {
  static const auto knowledge = [] {
    auto articles = load_articles(HANDOFF_KNOWLEDGE);
    EXPECT_TRUE(articles.ok());
    return std::make_shared<const Knowledge>(std::move(articles).value());
  }();
  return knowledge;
}

std::shared_ptr<OpenaiResponder> responder(ChatEndpoint endpoint) {
  auto model = std::make_shared<ChatModel>(chat_stub().http(), std::move(endpoint), "m-1",
                                           [] { return Instant(Seconds(1'790'000'000)); });
  const auto detector = std::make_shared<const Detector>(TriggerSettings{});
  return std::make_shared<OpenaiResponder>(
      model, shop(),
      OpenaiResponder::Options{
          .site = {"Mara's Bikes", ""},
          .link_hosts = {"maras-bikes.example"},
          .hedging = [detector](std::string_view text) { return hedging_in(*detector, text); }});
}

Question asks(const std::string& text) { return {.text = text, .locale = "en"}; }

Answer answer_to(const Question& question, const std::vector<Json>& behaviours) {
  chat_stub().behave(behaviours);
  Watching watching;
  const auto answer = responder()->respond(question, watching);
  EXPECT_TRUE(answer.ok()) << (answer.ok() ? "" : answer.error().message);
  return answer.ok() ? *answer : Answer();
}

Json saying(const std::string& text) { return {{"text", text}}; }

Json calling(const std::string& arguments, const std::string& text) {
  return {{"text", text}, {"tool", {{"name", "handoff_to_human"}, {"arguments", arguments}}}};
}

}  // namespace handoff::testing
