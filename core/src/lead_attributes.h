#pragma once

#include <vector>

#include "handoff/settings.h"

/// Does what the site knows about a visitor make a lead? Pure; thread-safe.
namespace handoff {

/// The first condition that `attributes` meets, or null. A visitor without the attribute meets
/// none, not even `ne`. Numbers are compared with numbers only; texts without regard to case and
/// accents.
const LeadAttribute* first_match(const std::vector<LeadAttribute>& conditions,
                                 const Attributes& attributes);

}  // namespace handoff
