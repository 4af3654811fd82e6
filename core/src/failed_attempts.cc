#include <algorithm>

#include "conversation_triggers.h"

namespace handoff {
namespace {

constexpr Percent kSatisfied = 35;
constexpr Percent kSaid = 50;  ///< that the answer missed the question
constexpr std::size_t kContentLetters = 3;
constexpr std::size_t kMinContentWords = 2;
constexpr std::size_t kMinRepeatedWords = 3;  ///< of an AI answer; "Hello!" twice is no failure

using Words = std::vector<std::string_view>;

/// Sorted, without function words and courtesies.
Words content_words(const ReadMessage& message) {
  std::vector<std::uint8_t> small(message.text.tokens.size());
  for (const SlotHit& hit : message.hits()) {
    if (hit.first == hit.last && hit.slot == Slot::kPolite) small[hit.first] = 1;
  }
  Words words;
  for (std::uint32_t t = 0; t < message.text.tokens.size(); ++t) {
    const std::string_view word = message.text.word(t);
    const bool function = (message.text.tokens[t].small_in >> message.language & 1) != 0;
    if (!function && small[t] == 0 && word.size() >= kContentLetters) words.push_back(word);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

/// Most of what was asked before is asked again, and not much else.
bool nearly_same(const Words& before, const Words& now) {
  Words shared;
  std::set_intersection(before.begin(), before.end(), now.begin(), now.end(),
                        std::back_inserter(shared));
  return shared.size() >= kMinContentWords && shared.size() * 10 >= before.size() * 7 &&
         shared.size() * 2 >= now.size();
}

bool same_words(const ReadMessage& a, const ReadMessage& b) {
  if (a.text.tokens.size() != b.text.tokens.size() || a.text.tokens.size() < kMinRepeatedWords)
    return false;
  for (std::size_t t = 0; t < a.text.tokens.size(); ++t) {
    if (a.text.word(t) != b.text.word(t)) return false;
  }
  return true;
}

enum class Failure { kNone, kSaidSo, kAskedAgain, kAiRepeats, kAiUnsure };

class AttemptCount {
 public:
  /// `alone`: there is one turn only, which cannot repeat another.
  AttemptCount(Percent unsure_below, bool alone) : unsure_below_(unsure_below), alone_(alone) {}

  void take(const ReadTurn& turn) {
    const Failure failure =
        turn.turn->author == Author::kAi ? take_answer(turn) : take_question(turn);
    if (failure == Failure::kNone) return;
    ++count_;
    latest_ = failure;
    where_ = &turn;
  }

  int count() const { return count_; }
  Failure latest() const { return latest_; }
  const ReadTurn* where() const { return where_; }  ///< the turn of the latest failure

 private:
  Failure take_question(const ReadTurn& turn) {
    Words words = alone_ ? Words() : content_words(turn.message);
    const bool again =
        std::any_of(questions_.begin(), questions_.end(), [&](const Question& earlier) {
          return earlier.answered && nearly_same(earlier.words, words);
        });
    const bool said_so = turn.judgement[Head::kNotUnderstood] >= kSaid;
    if (!said_so && !again && turn.sentiment >= kSatisfied) {
      questions_.clear();
      count_ = 0;
    }
    questions_.push_back({std::move(words), false});
    return said_so ? Failure::kSaidSo : again ? Failure::kAskedAgain : Failure::kNone;
  }

  Failure take_answer(const ReadTurn& turn) {
    for (Question& question : questions_) question.answered = true;
    const bool unsure = confidence_of(turn).value_or(100) < unsure_below_;
    const bool unsure_again = unsure && was_unsure_;
    was_unsure_ = unsure;
    const bool repeats =
        std::any_of(answers_.begin(), answers_.end(),
                    [&](const ReadMessage* earlier) { return same_words(*earlier, turn.message); });
    answers_.push_back(&turn.message);
    return repeats ? Failure::kAiRepeats : unsure_again ? Failure::kAiUnsure : Failure::kNone;
  }

  struct Question {
    Words words;
    bool answered;
  };

  Percent unsure_below_;
  bool alone_;
  std::vector<Question> questions_ = {};
  std::vector<const ReadMessage*> answers_ = {};
  bool was_unsure_ = false;
  int count_ = 0;
  Failure latest_ = Failure::kNone;
  const ReadTurn* where_ = nullptr;
};

std::string_view rule_of(Failure failure) {
  switch (failure) {
    case Failure::kSaidSo:
      return "attempts.not_understood";
    case Failure::kAskedAgain:
      return "attempts.asked_again";
    case Failure::kAiRepeats:
      return "attempts.ai_repeats";
    default:
      return "attempts.ai_unsure";
  }
}

/// Nothing when it was not the newest visitor message that failed: evidence is cut from that one
/// alone.
std::vector<Evidence> evidence_of(const AttemptCount& attempts, ReadTurns turns) {
  const auto newest = std::find_if(turns.rbegin(), turns.rend(), [](const ReadTurn& turn) {
    return turn.turn->author == Author::kVisitor;
  });
  if (newest == turns.rend() || attempts.where() != &*newest) return {};
  const ReadMessage& message = newest->message;
  if (attempts.latest() == Failure::kAskedAgain) {
    return {message.evidence(0, static_cast<std::uint32_t>(message.text.tokens.size()) - 1)};
  }
  const Place place = telling_words(message, newest->words, Head::kNotUnderstood);
  return {message.evidence(place.first, place.last)};
}

}  // namespace

std::optional<Signal> failed_attempts_signal(ReadTurns turns, const TriggerSettings& triggers) {
  AttemptCount attempts(triggers.low_confidence.threshold, turns.size() == 1);
  for (const ReadTurn& turn : turns) attempts.take(turn);
  if (attempts.count() == 0) return std::nullopt;
  const int needed = std::max(triggers.failed_attempts.count, 1);
  Signal signal;
  signal.reason = Reason::kFailedAttempts;
  signal.score = std::min(100, attempts.count() * 100 / needed);
  signal.fires = attempts.count() >= needed;
  signal.action = Decision::kHandoff;
  signal.rule = rule_of(attempts.latest());
  signal.evidence = evidence_of(attempts, turns);
  return signal;
}

}  // namespace handoff
