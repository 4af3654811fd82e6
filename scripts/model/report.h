#pragma once

#include <array>
#include <vector>

#include "fitting.h"

/// How well a model does on examples it has not seen.
namespace handoff::training {

/// For each head, the logit at and above which a yes gives the best F; where topics are rare among
/// our sentences, recall counts a little more.
std::array<float, kHeads> best_thresholds(const Fitted& model,
                                          const std::vector<Example>& examples);

/// Prints precision, recall and F1 at `thresholds`, a line a head.
void report(const char* title, const Fitted& model, const std::vector<Example>& examples,
            const std::array<float, kHeads>& thresholds);

}  // namespace handoff::training
