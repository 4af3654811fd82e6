#include "model.h"

#include <algorithm>
#include <cstdlib>

#include "model_weights.h"

namespace handoff {
namespace {

// How rules and model agree on a request. A rule that is sure carries the day unless the model is
// sure of the contrary; where no rule found anything, the model must be surer than usual.
constexpr Percent kSureRule = 85;
constexpr Percent kRuleDiscount = 20;
constexpr Percent kDoubtfulRule = 5;         ///< of the model, under which no rule counts
constexpr Percent kSureWithPerson = 65;      ///< "person", "team", "bot" … is among the words
constexpr Percent kSureWithoutPerson = 80;   ///< it is not
constexpr Percent kSureInSpiteOfVeto = 100;  ///< never: "no need for an agent", "call me Anna"
constexpr std::size_t kFewWords = 5;
constexpr Percent kClearFeeling = 40;
constexpr Percent kContent = 20;  ///< the most that is left of anger in a friendly word
constexpr Percent kFault = 60;
constexpr Percent kClearFault = 85;
constexpr Percent kSureTopic = 70;
constexpr Percent kDoubtfulTopic = 0;
constexpr Percent kOnlyWording = 45;  ///< what is left of a reading that is not sure enough

constexpr std::uint32_t kNegationReach = 5;

/// 1000 ln(p / (1 - p)) for p = 0.01 ... 0.99.
constexpr int kLogits[] = {
    -4595, -3892, -3476, -3178, -2944, -2752, -2587, -2442, -2314, -2197, -2091, -1992, -1901,
    -1815, -1735, -1658, -1586, -1516, -1450, -1386, -1325, -1266, -1208, -1153, -1099, -1046,
    -995,  -944,  -895,  -847,  -800,  -754,  -708,  -663,  -619,  -575,  -532,  -490,  -447,
    -405,  -364,  -323,  -282,  -241,  -201,  -160,  -120,  -80,   -40,   0,     40,    80,
    120,   160,   201,   241,   282,   323,   364,   405,   447,   490,   532,   575,   619,
    663,   708,   754,   800,   847,   895,   944,   995,   1046,  1099,  1153,  1208,  1266,
    1325,  1386,  1450,  1516,  1586,  1658,  1735,  1815,  1901,  1992,  2091,  2197,  2314,
    2442,  2587,  2752,  2944,  3178,  3476,  3892,  4595};

Percent percent_of(std::int64_t logit) {
  return static_cast<Percent>(std::upper_bound(std::begin(kLogits), std::end(kLogits), logit) -
                              std::begin(kLogits));
}

/// Sums for all heads at once.
class Sum {
 public:
  void add(Lanes weights) {
    lanes_ += weights;
    if (++count_ == kMostAdditions) unload();
  }

  void add(const Sum& other) {
    Sum copy = other;
    copy.unload();
    for (std::size_t h = 0; h < kHeads; ++h) sums_[h] += copy.sums_[h];
    total_ += copy.total_;
  }

  std::uint32_t count() const { return total_ + count_; }
  std::int32_t of(std::size_t head) const {
    return sums_[head] + lane(lanes_, head) - kMostQuanta * static_cast<std::int32_t>(count_);
  }

 private:
  void unload() {
    for (std::size_t h = 0; h < kHeads; ++h) sums_[h] = of(h);
    total_ += count_;
    lanes_ = 0;
    count_ = 0;
  }

  Lanes lanes_ = 0;
  std::uint32_t count_ = 0;  ///< in `lanes_`
  std::uint32_t total_ = 0;  ///< in `sums_`
  std::array<std::int32_t, kHeads> sums_ = {};
};

/// One stretch of text: what its words and its slots add up to.
struct Unit {
  Sum words = {};
  Sum slots = {};

  void add(const Unit& other) {
    words.add(other.words);
    slots.add(other.slots);
  }

  std::int64_t logit(std::size_t head, const ModelWeights& model) const {
    const HeadScale& scale = model.heads[head];
    return scale.bias + slots.of(head) * scale.quantum +
           shared_out(std::int64_t{words.of(head)} * scale.quantum, words.count()) / 256;
  }
};

/// The row of words that adds up to the most (J. Kadane's scan), clause by clause.
class TellingWords {
 public:
  void begin_word(std::uint32_t token) {
    end_word();
    token_ = token;
  }
  void add(int value) { value_ += value; }
  void end_clause() {
    end_word();
    sum_ = 0;
  }
  Place best() const { return best_; }

 private:
  void end_word() {
    if (sum_ <= 0) {
      sum_ = 0;
      first_ = token_;
    }
    sum_ += value_;
    if (sum_ > best_sum_) {
      best_sum_ = sum_;
      best_ = {first_, token_};
    }
    value_ = 0;
  }

  std::uint32_t token_ = 0;
  std::uint32_t first_ = 0;
  int value_ = 0;
  int sum_ = 0;
  int best_sum_ = 0;
  Place best_ = {};
};

/// Adds up what the features are worth. With `told`, also which words speak for that head.
class Weighing {
 public:
  explicit Weighing(std::optional<Head> told = std::nullopt)
      : told_(told.has_value()),
        told_head_(static_cast<std::size_t>(told.value_or(Head::kHuman))) {}

  void at(std::uint32_t token) {
    if (told_) telling_.begin_word(token);
  }
  void word(Bucket bucket) {
    const Lanes weights = model_.buckets[bucket];
    here_.words.add(weights);
    if (told_) telling_.add(lane(weights, told_head_) - kMostQuanta);
  }
  void slot(Bucket bucket) { here_.slots.add(model_.buckets[bucket]); }

  void end_clause(const Clause&) {
    if (told_) telling_.end_clause();
    const std::int64_t logit = here_.logit(0, model_);
    if (clauses_ == 0 || logit > best_logit_) best_logit_ = logit;
    ++clauses_;
    whole_.add(here_);
    here_ = {};
  }

  Judgement finish() {
    whole_.add(here_);
    Judgement judgement;
    for (std::size_t h = 0; h < kHeads; ++h) {
      std::int64_t logit = whole_.logit(h, model_);
      if (h == 0 && clauses_ > 1) logit = std::max(logit, best_logit_);
      judgement.scores[h] = percent_of(logit);
    }
    return judgement;
  }

  Place telling() const { return telling_.best(); }

 private:
  const ModelWeights& model_ = ModelWeights::built_in();
  bool told_;
  std::size_t told_head_;
  TellingWords telling_ = {};
  Unit here_ = {};
  Unit whole_ = {};
  std::int64_t best_logit_ = 0;
  std::uint32_t clauses_ = 0;
};

/// The whole part (digit by digit in base 4).
std::uint32_t square_root(std::uint64_t value) {
  std::uint64_t root = 0;
  std::uint64_t bit = std::uint64_t{1} << 40;
  while (bit > value) bit >>= 2;
  for (; bit != 0; bit >>= 2) {
    const bool fits = value >= root + bit;
    if (fits) value -= root + bit;
    root = (root >> 1) + (fits ? bit : 0);
  }
  return static_cast<std::uint32_t>(root);
}

/// Whoever asks for a person names a person, a team, a call, a conversation or a bot. Without any
/// of them, words that often stand around requests are not enough.
bool names_somebody(const ReadMessage& message) {
  return std::any_of(message.hits.begin(), message.hits.end(), [](const SlotHit& hit) {
    switch (hit.slot) {
      case Slot::kContact:
      case Slot::kRoute:
      case Slot::kTargetStrong:
      case Slot::kTargetPerson:
      case Slot::kTargetWeak:
      case Slot::kDepartment:
      case Slot::kCallback:
      case Slot::kBot:
      case Slot::kMachine:
      case Slot::kRefusal:
        return true;
      default:
        return false;
    }
  });
}

/// A few words feel like what their words mean; the model knows more of longer messages.
void settle_feeling(const ReadMessage& message, Judgement& judgement) {
  if (message.text.tokens.size() > kFewWords) return;
  Percent& negative = judgement.scores[static_cast<std::size_t>(Head::kNegative)];
  const Percent strength = std::abs(message.valence);
  if (message.valence < 0 && strength < kClearFeeling) negative = std::min(negative, 50);
  if (strength < kClearFeeling) return;
  const Percent told = 50 + (strength - kClearFeeling) / 2;
  negative = message.valence < 0 ? std::max(negative, told) : std::min(negative, kContent);
}

/// A fault that is reported is no grievance, nor is one that is denied.
void settle_complaint(const ReadMessage& message, Judgement& judgement) {
  Percent& complaint = judgement.scores[static_cast<std::size_t>(Head::kComplaint)];
  const Percent technical = judgement[Head::kTechnical];
  const bool fault = technical >= kFault && technical >= complaint;
  const bool denied = message.text.clauses.size() == 1 && message.has(Slot::kNegation) &&
                      judgement[Head::kNegative] < 50;
  if (fault || denied) complaint = std::min(complaint, kOnlyWording);
}

/// A name after "call me", or a person that a negation stands before. Asked only where no rule
/// found a request all the same.
bool takes_back(const ReadMessage& message) {
  const SlotHit* negation = nullptr;
  for (const SlotHit& hit : message.hits) {
    if (hit.slot == Slot::kCallMe) return true;
    if (hit.slot == Slot::kNegation) negation = &hit;
    const bool person = hit.slot == Slot::kTargetStrong || hit.slot == Slot::kTargetPerson ||
                        hit.slot == Slot::kTargetWeak || hit.slot == Slot::kDepartment;
    if (!person || negation == nullptr || hit.first <= negation->first) continue;
    const auto& tokens = message.text.tokens;
    if (tokens[negation->last].clause == tokens[hit.first].clause &&
        hit.first <= negation->last + kNegationReach)
      return true;
  }
  return false;
}

Percent best_rule(const RuleFindings& rules) {
  Percent best = 0;
  for (const RequestFinds& clause : rules.requests) {
    for (const RequestFind& found : clause) best = std::max(best, found.score);
  }
  return best;
}

}  // namespace

std::int64_t shared_out(std::int64_t sum, std::uint32_t count) {
  if (count == 0) return 0;
  return sum * 1024 * 256 / std::max(1u, square_root(std::uint64_t{count} << 16));
}

Judgement judge(const ReadMessage& message, const RuleFindings& rules) {
  Weighing weighing;
  each_feature(message, rules, weighing);
  Judgement judgement = weighing.finish();
  Percent& human = judgement.scores[static_cast<std::size_t>(Head::kHuman)];
  settle_feeling(message, judgement);
  const Percent rule = best_rule(rules);
  if (rule >= kSureRule && human >= kDoubtfulRule) human = std::max(human, rule - kRuleDiscount);
  const Percent enough = takes_back(message)       ? kSureInSpiteOfVeto
                         : names_somebody(message) ? kSureWithPerson
                                                   : kSureWithoutPerson;
  if (rule == 0 && human < enough) human = std::min(human, kOnlyWording);
  const auto at_least = [&](Head head, const TopicFinding& found) {
    Percent& score = judgement.scores[static_cast<std::size_t>(head)];
    if (found.score >= kSureTopic && score >= kDoubtfulTopic) score = std::max(score, found.score);
  };
  Percent& technical = judgement.scores[static_cast<std::size_t>(Head::kTechnical)];
  if (technical < kClearFault && message.has(Slot::kFeature))
    technical = std::min(technical, kOnlyWording);  // "where is the login page"
  at_least(Head::kTechnical, rules.technical);      // names of errors speak for themselves
  at_least(Head::kLead, rules.lead);                // and so do large numbers of seats
  settle_complaint(message, judgement);
  return judgement;
}

Place telling_words(const ReadMessage& message, const RuleFindings& rules, Head head) {
  Weighing weighing(head);
  each_feature(message, rules, weighing);
  return weighing.telling();
}

}  // namespace handoff
