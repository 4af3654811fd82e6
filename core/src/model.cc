#include "model.h"

#include <algorithm>

#include "model_weights.h"

namespace handoff {
namespace {

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

}  // namespace

std::int64_t shared_out(std::int64_t sum, std::uint32_t count) {
  if (count == 0) return 0;
  return sum * 1024 * 256 / std::max(1u, square_root(std::uint64_t{count} << 16));
}

Judgement weigh(const ReadMessage& message, const RuleFindings& rules) {
  Weighing weighing;
  each_feature(message, rules, weighing);
  return weighing.finish();
}

Place telling_words(const ReadMessage& message, const RuleFindings& rules, Head head) {
  Weighing weighing(head);
  each_feature(message, rules, weighing);
  return weighing.telling();
}

}  // namespace handoff
