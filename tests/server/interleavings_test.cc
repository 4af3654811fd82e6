#include <gtest/gtest.h>

#include <random>

#include "handoff/transition.h"
#include "live/hub.h"
#include "service/announcer.h"
#include "service/answers_under_way.h"
#include "service/topics.h"

/// Answer, takeover, return and close in every order: what a visitor hears of the AI while a human
/// holds the conversation is nothing. The core decides and the hub delivers, as in the server; only
/// the store between them is a variable, so that a hundred thousand orders take seconds.
namespace handoff::testing {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int kInterleavings = 5'000;  // The whole number runs in the release tests.
#else
constexpr int kInterleavings = 100'000;
#endif
constexpr int kSteps = 14;

/// What a visitor's stream brings, in its order: the types alone.
class Listener : public live::Subscriber {
 public:
  void deliver(std::int64_t, const live::Frame& frame) override {
    const auto begin = frame->find("event: ") + 7;
    heard.push_back(frame->substr(begin, frame->find('\n', begin) - begin));
    ai_message.push_back(frame->find(R"("author":"ai")") != std::string::npos);
  }
  void heartbeat(const live::Frame&) override {}
  void end(live::EndReason) override {}
  bool gapped() const override { return false; }

  std::vector<std::string> heard;
  std::vector<bool> ai_message;
};

class Interleaving {
 public:
  explicit Interleaving(unsigned seed)
      : random_(seed),
        announcer_(hub_),
        answers_(announcer_),
        listener_(std::make_shared<Listener>()) {
    conversation_ = {.id = "c_1", .site = "default"};
    subscription_ =
        std::move(hub_.subscribe({topics::for_visitor(conversation_.id)}, listener_)).value();
  }

  /// The first rule that was broken, or nothing.
  std::string run() {
    for (int i = 0; i < kSteps; ++i) one_step();
    answer_.reset();
    return broken_rule();
  }

  int ai_messages() const { return ai_messages_; }
  int withdrawn() const {
    return static_cast<int>(
        std::count(listener_->heard.begin(), listener_->heard.end(), "ai.withdrawn"));
  }

 private:
  void one_step() {
    switch (random_() % 9) {
      case 0:
        return ask();
      case 1:
      case 2:
        return grow();
      case 3:
        return finish();
      case 4:
        return (void)decide(TakesOver{{kAna}});
      case 5:
        return (void)decide(ReturnsToAi{{kAna}});
      case 6:
        return (void)decide(Closes{{kAna}});
      case 7:
        return (void)decide(AsksForHandoff{});
      default:
        return (void)decide(CancelsHandoff{});
    }
  }

  void ask() {
    decide(VisitorPosts{"m", "do you ship to Norway?"});
    // As the outbox does it: one answer at a time, registered before the epoch is looked at.
    answer_.reset();
    started_in_ = conversation_.epoch;
    if (std::holds_alternative<HumanAnswers>(conversation_.state)) return;
    answer_ = answers_.begin(conversation_.id, started_in_);
    text_.clear();
  }

  void grow() {
    if (!answer_) return;
    text_ += "Yes. ";
    answer_->grows(text_);
  }

  void finish() {
    if (!answer_) return;
    answer_->complete();
    if (!decide(AiPosts{.client_id = "a", .text = "Yes.", .epoch = started_in_, .confidence = 90}))
      answer_->withdraw();
    answer_.reset();
  }

  bool decide(const Command& command) {
    Context context{.now = Instant{Seconds(1'000'000)}, .settings = settings_, .zone = zone_};
    context.availability = {.open = true, .available = true};
    context.new_id = "h_" + std::to_string(conversation_.as_of_seq);
    auto transition = step(conversation_, command, context);
    if (!transition) return false;
    conversation_ = transition->next;
    answers_.epoch_is(conversation_.id, conversation_.epoch);
    store::InboxRow row;
    row.conversation = conversation_;
    announcer_.committed(row, transition->events);
    for (const auto& event : transition->events)
      ai_messages_ += event.author == Author::kAi ? 1 : 0;
    return true;
  }

  std::string broken_rule() const {
    bool human = false;
    bool partial = false;
    for (std::size_t i = 0; i < listener_->heard.size(); ++i) {
      const std::string& type = listener_->heard[i];
      if (type == "taken_over") {
        if (partial) return "a text is still shown when the human begins";
        human = true;
      }
      if (type == "returned_to_ai" || type == "closed") human = false;
      const bool ai = type == "ai.partial" || (type == "message" && listener_->ai_message[i]);
      if (human && ai) return "the AI is heard while a human answers";
      if (type == "ai.partial") partial = true;
      if (type == "ai.withdrawn" || (ai && type == "message")) partial = false;
    }
    return "";
  }

  const Person kAna{"a_ana", "Ana"};
  std::mt19937 random_;
  live::Hub hub_;
  Announcer announcer_;
  AnswersUnderWay answers_;
  std::shared_ptr<Listener> listener_;
  live::Subscription subscription_;
  Settings settings_ = {};
  ZoneTable zone_ = {};
  Conversation conversation_;
  std::unique_ptr<AnswersUnderWay::Answer> answer_;
  std::int64_t started_in_ = 0;
  std::string text_;
  int ai_messages_ = 0;
};

TEST(Interleavings, a_hundred_thousand_orders_never_let_the_ai_be_heard_under_a_human) {
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  int spoke = 0;
  int withdrawn = 0;
  for (int round = 0; round < kInterleavings; ++round) {
    Interleaving one(seed + static_cast<unsigned>(round));
    const std::string broken = one.run();
    ASSERT_EQ(broken, "") << "round " << round;
    spoke += one.ai_messages();
    withdrawn += one.withdrawn();
  }
  EXPECT_GT(spoke, kInterleavings / 10) << "the AI must really have answered";
  EXPECT_GT(withdrawn, kInterleavings / 10) << "answers must really have been taken back";
}

}  // namespace
}  // namespace handoff::testing
