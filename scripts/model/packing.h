#pragma once

#include <string>
#include <vector>

#include "fitting.h"

/// From fitted weights to the bytes of core/model/weights.inc (core/src/model_weights.h describes
/// them).
namespace handoff::training {

std::vector<unsigned char> packed_heads(const Fitted& model);
std::vector<unsigned char> packed_values(const Fitted& model);

void write_weights(const Fitted& model, const std::string& path);

}  // namespace handoff::training
