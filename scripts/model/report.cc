#include "report.h"

#include <algorithm>
#include <cstdio>

namespace handoff::training {
namespace {

/// 1: as much as precision. Topics are rarer among our sentences than where a site asks about them.
constexpr std::array<double, kHeads> kRecallShare = {1, 1, 1, 1.4, 1.4, 1.4};

struct Scored {
  float logit;
  bool truth;
};

std::vector<Scored> scored(const Fitted& model, const std::vector<Example>& examples,
                           std::size_t head) {
  std::vector<Scored> rows;
  for (const Example& example : examples) {
    if (example.weights[head] > 0)
      rows.push_back({logit(model, example, head), (example.labels >> head & 1) != 0});
  }
  return rows;
}

}  // namespace

std::array<float, kHeads> best_thresholds(const Fitted& model,
                                          const std::vector<Example>& examples) {
  std::array<float, kHeads> thresholds = {};
  for (std::size_t h = 0; h < kHeads; ++h) {
    std::vector<Scored> rows = scored(model, examples, h);
    std::sort(rows.begin(), rows.end(),
              [](const Scored& a, const Scored& b) { return a.logit > b.logit; });
    const auto positives =
        std::count_if(rows.begin(), rows.end(), [](const Scored& r) { return r.truth; });
    long hits = 0;
    double best = 0;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
      hits += rows[i].truth ? 1 : 0;
      // F with a say for recall of `kRecallShare` (C. J. van Rijsbergen, 1979).
      const double share = kRecallShare[h];
      const double score = (1 + share) * static_cast<double>(hits) /
                           (share * static_cast<double>(positives) + static_cast<double>(i) + 1);
      if (score <= best) continue;
      best = score;
      thresholds[h] = (rows[i].logit + rows[i + 1].logit) / 2;
    }
  }
  return thresholds;
}

void report(const char* title, const Fitted& model, const std::vector<Example>& examples,
            const std::array<float, kHeads>& thresholds) {
  for (std::size_t h = 0; h < kHeads; ++h) {
    int tp = 0, fp = 0, fn = 0;
    for (const Scored& row : scored(model, examples, h)) {
      const bool yes = row.logit >= thresholds[h];
      tp += yes && row.truth;
      fp += yes && !row.truth;
      fn += !yes && row.truth;
    }
    std::printf("%s %-10s P %.3f R %.3f F1 %.3f at logit %.2f\n", title, kHeadNames[h],
                tp / std::max(1.0, tp + fp + 0.0), tp / std::max(1.0, tp + fn + 0.0),
                2.0 * tp / std::max(1, 2 * tp + fp + fn), static_cast<double>(thresholds[h]));
  }
}

}  // namespace handoff::training
