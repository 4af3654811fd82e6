#pragma once

#include <string>

#include "fitting.h"

/// From fitted weights to the bytes of core/model/weights.inc (core/src/model_weights.h describes
/// them).
namespace handoff::training {

void write_weights(const Fitted& model, const std::string& path);

}  // namespace handoff::training
