#pragma once

#include <array>
#include <vector>

#include "examples.h"
#include "model_weights.h"

/// Logistic regression with one row of weights a head (AdaGrad, fixed order and seed). A request
/// counts where it is clearest: in one clause, or in the whole message.
namespace handoff::training {

struct Fitted {
  std::array<float, kHeads> bias = {};
  std::array<float, kHeads> quantum = {};  ///< what a weight of 1 is worth, as a logit
  std::vector<std::array<float, kHeads>> weights = std::vector<std::array<float, kHeads>>(kBuckets);
};

struct FittingPlan {
  int rounds = 8;       ///< over all examples, with free weights
  int last_rounds = 4;  ///< with weights that are rounded as the detector has them
  float step = 0.05f;
  float decay = 2e-6f;  ///< towards 0, each time a weight is touched
};

/// All weights of what comes back are whole multiples of their head's quantum.
Fitted fit(const std::vector<Example>& examples, const FittingPlan& plan);

/// The logit of one head, as the detector computes it.
float logit(const Fitted& model, const Example& example, std::size_t head);

}  // namespace handoff::training
