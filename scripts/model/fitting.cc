#include "fitting.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <numeric>
#include <random>

namespace handoff::training {
namespace {

constexpr std::uint32_t kSeed = 7;
/// Twice as coarse as would be nearest to the free weights: most become 0, the browser loads four
/// kilobytes less, and what the last rounds relearn makes up for it.
constexpr float kCoarser = 2.0f;
constexpr float kWordShare = 4.0f;  ///< the 1024 / 256 of `shared_out`

float share(std::size_t words) {
  return words == 0 ? 0.0f : kWordShare / std::sqrt(static_cast<float>(words));
}

float sum_of(const Fitted& model, const std::vector<std::uint16_t>& buckets, std::size_t head) {
  float sum = 0;
  for (const std::uint16_t bucket : buckets) sum += model.weights[bucket][head];
  return sum;
}

/// The stretch on which a head decides: the index of a clause, or -1 for the whole message.
struct Reading {
  int clause = -1;
  float logit = 0;
};

Reading read(const Fitted& model, const Example& example, std::size_t head) {
  Reading best = {-1, model.bias[head] + sum_of(model, example.message_slots, head)};
  float words = 0;
  std::size_t count = 0;
  Reading clause_best = {-1, -1e9f};
  for (std::size_t c = 0; c < example.clauses.size(); ++c) {
    const Unit& unit = example.clauses[c];
    const float unit_words = sum_of(model, unit.words, head);
    const float unit_slots = sum_of(model, unit.slots, head);
    const float here = model.bias[head] + unit_slots + unit_words * share(unit.words.size());
    if (here > clause_best.logit) clause_best = {static_cast<int>(c), here};
    best.logit += unit_slots;
    words += unit_words;
    count += unit.words.size();
  }
  best.logit += words * share(count);
  const bool by_clause = head == 0 && example.clauses.size() > 1;
  return by_clause && clause_best.logit > best.logit ? clause_best : best;
}

class Fitting {
 public:
  Fitting(const std::vector<Example>& examples, const FittingPlan& plan)
      : examples_(examples), plan_(plan), order_(examples.size()) {
    std::iota(order_.begin(), order_.end(), 0u);
  }

  Fitted run() {
    for (int round = 0; round < plan_.rounds; ++round)
      pass(1.0f - 0.8f * static_cast<float>(round) / static_cast<float>(plan_.rounds));
    start_rounding();
    for (int round = 0; round < plan_.last_rounds; ++round)
      pass(0.2f - 0.15f * static_cast<float>(round) / static_cast<float>(plan_.last_rounds));
    return std::move(model_);
  }

 private:
  void pass(float pace) {
    for (std::size_t i = order_.size(); i > 1; --i) std::swap(order_[i - 1], order_[random_() % i]);
    double loss = 0;
    for (const std::uint32_t index : order_) {
      for (std::size_t h = 0; h < kHeads; ++h) {
        if (examples_[index].weights[h] > 0) loss += learn(examples_[index], h, pace);
      }
    }
    std::cerr << "train: loss " << loss / static_cast<double>(order_.size()) << "\n";
  }

  float learn(const Example& example, std::size_t head, float pace) {
    const Reading reading = read(model_, example, head);
    const float truth = (example.labels >> head & 1) != 0 ? 1.0f : 0.0f;
    const float guess = 1.0f / (1.0f + std::exp(-reading.logit));
    const float gradient = (guess - truth) * example.weights[head];
    if (reading.clause >= 0) {
      const Unit& unit = example.clauses[static_cast<std::size_t>(reading.clause)];
      move(unit.slots, head, gradient, pace);
      move(unit.words, head, gradient * share(unit.words.size()), pace);
    } else {
      std::size_t count = 0;
      for (const Unit& unit : example.clauses) count += unit.words.size();
      for (const Unit& unit : example.clauses) {
        move(unit.slots, head, gradient, pace);
        move(unit.words, head, gradient * share(count), pace);
      }
      move(example.message_slots, head, gradient, pace);
    }
    model_.bias[head] -= 0.002f * pace * gradient;
    return truth > 0.5f ? -std::log(std::max(guess, 1e-6f)) : -std::log(std::max(1 - guess, 1e-6f));
  }

  void move(const std::vector<std::uint16_t>& buckets, std::size_t head, float gradient,
            float pace) {
    for (const std::uint16_t bucket : buckets) {
      float& weight = free_[bucket][head];
      float& squares = squares_[bucket][head];
      const float slope = gradient + plan_.decay * weight;
      squares += slope * slope;
      weight -= plan_.step * pace * slope / std::sqrt(squares + 1e-4f);
      model_.weights[bucket][head] = rounded(weight, head);
    }
  }

  /// Free weights stay beside the rounded ones and go on learning, so that small steps add up to a
  /// step of a whole quantum (M. Courbariaux and others, 2015).
  float rounded(float weight, std::size_t head) const {
    const float quantum = model_.quantum[head];
    if (quantum == 0) return weight;
    const float most = kMostQuanta;
    return quantum * std::clamp(std::round(weight / quantum), -most, most);
  }

  void start_rounding() {
    for (std::size_t h = 0; h < kHeads; ++h) {
      model_.quantum[h] = best_quantum(h);
      for (std::size_t b = 0; b < kBuckets; ++b) model_.weights[b][h] = rounded(free_[b][h], h);
    }
  }

  /// The one that keeps the rounded weights nearest to the free ones, in thousandths.
  float best_quantum(std::size_t head) {
    float best = 0;
    float best_error = 1e30f;
    for (int thousandths = 10; thousandths < 1000; thousandths += 5) {
      model_.quantum[head] = static_cast<float>(thousandths) / 1000;
      float error = 0;
      for (const auto& weights : free_) {
        const float difference = weights[head] - rounded(weights[head], head);
        error += difference * difference;
      }
      if (error >= best_error) continue;
      best_error = error;
      best = model_.quantum[head];
    }
    return std::round(best * kCoarser * 1000) / 1000;
  }

  const std::vector<Example>& examples_;
  const FittingPlan& plan_;
  std::vector<std::uint32_t> order_;
  std::mt19937 random_{kSeed};
  Fitted model_ = {};
  std::vector<std::array<float, kHeads>> squares_ =
      std::vector<std::array<float, kHeads>>(kBuckets);
  std::vector<std::array<float, kHeads>> free_ = std::vector<std::array<float, kHeads>>(kBuckets);
};

}  // namespace

Fitted fit(const std::vector<Example>& examples, const FittingPlan& plan) {
  return Fitting(examples, plan).run();
}

float logit(const Fitted& model, const Example& example, std::size_t head) {
  return read(model, example, head).logit;
}

}  // namespace handoff::training
