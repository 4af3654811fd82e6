#pragma once

#include <string_view>
#include <vector>

#include "ai/knowledge_search.h"

namespace handoff {

/// The articles that an answer was taken from, as far as its words tell: those of the passages that
/// hold most of what it says, at most three. Where no passage does (an answer in another language),
/// the first passage's article, when that was found with some certainty. Pure; thread-safe.
std::vector<Source> answer_sources(std::string_view answer,
                                   const std::vector<FoundPassage>& passages);

}  // namespace handoff
