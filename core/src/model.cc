#include "model.h"

#include <algorithm>
#include <bit>

#include "message_features.h"

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
  /// REQUIRES: `count <= kMostAdditions`.
  void add(Lanes lanes, std::uint32_t count) {
    if (count_ + count > kMostAdditions) unload();
    lanes_ += lanes;
    count_ += count;
  }

  void add(const Sum& other) {
    unload();
    for (std::size_t h = 0; h < kHeads; ++h) sums_[h] += other.of(h);
    total_ += other.count();
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

/// 256 times the square root, as a whole number (digit by digit in base 4).
std::uint32_t root_of(std::uint32_t count) {
  constexpr std::uint64_t kPowersOfFour = 0x5555555555555555;
  std::uint64_t value = std::uint64_t{count} << 16;
  std::uint64_t root = 0;
  std::uint64_t bit = std::bit_floor(value);
  if ((bit & kPowersOfFour) == 0) bit >>= 1;
  for (; bit != 0; bit >>= 2) {
    const bool fits = value >= root + bit;
    if (fits) value -= root + bit;
    root = (root >> 1) + (fits ? bit : 0);
  }
  return static_cast<std::uint32_t>(root);
}

/// One stretch of text: what its words and its slots add up to.
struct Unit {
  Sum words = {};
  Sum slots = {};

  void add(const Unit& other) {
    words.add(other.words);
    slots.add(other.slots);
  }
};

/// The logits of a unit.
class Logits {
 public:
  Logits(const Unit& unit, const ModelWeights& model)
      : unit_(unit),
        model_(model),
        root_(unit.words.count() == 0 ? 1 : root_of(unit.words.count())) {}

  std::int64_t of(std::size_t head) const {
    const HeadScale& scale = model_.heads[head];
    return scale.bias + unit_.slots.of(head) * scale.quantum +
           std::int64_t{unit_.words.of(head)} * scale.quantum * 1024 / root_;
  }

 private:
  const Unit& unit_;
  const ModelWeights& model_;
  std::int64_t root_;
};

/// The row of words that adds up to the most (J. Kadane's scan), clause by clause.
class TellingWords {
 public:
  void add(std::uint32_t token, int value) {
    if (sum_ <= 0) {
      sum_ = 0;
      first_ = token;
    }
    sum_ += value;
    if (sum_ <= best_sum_) return;
    best_sum_ = sum_;
    best_ = {first_, token};
  }
  void end_clause() { sum_ = 0; }
  Place best() const { return best_; }

 private:
  std::uint32_t first_ = 0;
  int sum_ = 0;
  int best_sum_ = 0;
  Place best_ = {};
};

/// Adds up what the features are worth.
class Weighing {
 public:
  explicit Weighing(WordWeights& words) : words_(words) {}

  void at(std::uint32_t token) {
    end_word();
    token_ = token;
  }
  /// Of one word there are fewer than kMostAdditions.
  void word(Bucket bucket) {
    word_.lanes += buckets_[bucket];
    ++word_.count;
  }
  void slot(Bucket bucket) { here_.slots.add(buckets_[bucket], 1); }

  void end_clause(const Clause&) {
    end_word();
    const std::int64_t logit = Logits(here_, model_).of(0);
    if (clauses_ == 0 || logit > best_logit_) best_logit_ = logit;
    ++clauses_;
    whole_.add(here_);
    here_ = {};
  }

  Judgement finish() {
    whole_.add(here_);
    const Logits logits(whole_, model_);
    Judgement judgement;
    for (std::size_t h = 0; h < kHeads; ++h) {
      std::int64_t logit = logits.of(h);
      if (h == 0 && clauses_ > 1) logit = std::max(logit, best_logit_);
      judgement.scores[h] = percent_of(logit);
    }
    return judgement;
  }

 private:
  void end_word() {
    if (word_.count == 0) return;
    words_[token_] = word_;
    here_.words.add(word_.lanes, word_.count);
    word_ = {};
  }

  const ModelWeights& model_ = ModelWeights::built_in();
  const Lanes* buckets_ = model_.buckets.data();
  WordWeights& words_;
  std::uint32_t token_ = 0;
  WordWeight word_ = {};
  Unit here_ = {};
  Unit whole_ = {};
  std::int64_t best_logit_ = 0;
  std::uint32_t clauses_ = 0;
};

}  // namespace

std::int64_t shared_out(std::int64_t sum, std::uint32_t count) {
  return count == 0 ? 0 : sum * 1024 * 256 / root_of(count);
}

Judgement weigh(const ReadMessage& message, const RuleFindings& rules, WordWeights& words) {
  words.resize(message.text.tokens.size());
  Weighing weighing(words);
  each_feature(message, rules, weighing);
  return weighing.finish();
}

Place telling_words(const ReadMessage& message, const WordWeights& words, Head head) {
  TellingWords telling;
  for (const Clause& clause : message.text.clauses) {
    for (std::uint32_t t = clause.first; t < clause.last; ++t) telling.add(t, words[t].of(head));
    telling.end_clause();
  }
  return telling.best();
}

}  // namespace handoff
